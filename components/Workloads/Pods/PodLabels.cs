namespace Platform.Components.Workloads.Pods;

/// <summary>The labels by which services, budgets and network policies find pods. They are part of a Deployment's identity: never change them.</summary>
internal static class PodLabels
{
    private const string Instance = "app.kubernetes.io/instance";
    private const string Component = "app.kubernetes.io/component";

    /// <summary>Every pod of a workload.</summary>
    public static InputMap<string> All(string name) => new() { [Instance] = name };

    /// <summary>The pods that answer requests.</summary>
    public static InputMap<string> Serving(string name) => new() { [Instance] = name, [Component] = "server" };

    /// <summary>The pod that changes the database before a release.</summary>
    public static InputMap<string> Migrating(string name) => new() { [Instance] = name, [Component] = "migration" };

    /// <summary>The pods that scale the others by the clock: not pods of the workload, so they have neither its role nor its connections.</summary>
    public static InputMap<string> Scaling(string name) => new() { [Instance] = $"{name}-hours", [Component] = "hours" };
}
