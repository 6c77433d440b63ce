using Platform.Components.Compute;
using Platform.Components.Entry;

namespace Platform.Stacks.Parts.Apps;

/// <summary>
/// A way to run the application. A stack chooses one and names it nowhere else: whatever it is, it says what the load balancer
/// must send requests to, and is then run behind it.
/// </summary>
internal interface IApp
{
    /// <summary>What the load balancer sends requests to.</summary>
    TargetKind Targets { get; }

    /// <summary>Name in AWS of the Kubernetes cluster whose pods those are; null when they are no pods.</summary>
    string? PodsOf { get; }

    /// <summary>Registers the application behind the load balancer.</summary>
    IAppTier Run(LoadBalancerTarget target);
}
