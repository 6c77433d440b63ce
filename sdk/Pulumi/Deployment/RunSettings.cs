using System.Globalization;

namespace Pulumi;

/// <summary>What the language host tells a program through its environment.</summary>
internal sealed record RunSettings
{
    public required string Project { get; init; }

    public required string Stack { get; init; }

    public string Organization { get; init; } = "organization";

    public bool IsDryRun { get; init; }

    public string? RootDirectory { get; init; }

    public ConfigValues Config { get; init; } = ConfigValues.None;

    /// <summary>The resource monitor as <c>host:port</c>; empty in tests.</summary>
    public string Monitor { get; init; } = "";

    /// <summary>The engine as <c>host:port</c>; empty in tests.</summary>
    public string Engine { get; init; } = "";

    /// <summary>The W3C trace context to send along with every call; null for none.</summary>
    public string? TraceParent { get; init; }

    public bool AttachDebugger { get; init; }

    /// <summary>Whether resources may be sent as references; the host can switch that off.</summary>
    public bool AcceptResources { get; init; } = true;

    /// <exception cref="InvalidOperationException">A variable is missing or malformed: the program was not started by Pulumi.</exception>
    public static RunSettings Read(Func<string, string?> variable)
    {
        var monitor = variable("PULUMI_MONITOR");
        var engine = variable("PULUMI_ENGINE");
        var project = variable("PULUMI_PROJECT");
        var stack = variable("PULUMI_STACK");
        if (string.IsNullOrEmpty(monitor)
            || string.IsNullOrEmpty(engine)
            || string.IsNullOrEmpty(project)
            || string.IsNullOrEmpty(stack)
            || !bool.TryParse(variable("PULUMI_DRY_RUN"), out var isDryRun)
            || !bool.TryParse(variable("PULUMI_QUERY_MODE"), out _)
            || !int.TryParse(variable("PULUMI_PARALLEL"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            throw new InvalidOperationException(
                "Program run without the Pulumi engine available; re-run using the `pulumi` CLI");
        }

        return new()
        {
            Monitor = monitor,
            Engine = engine,
            Project = project,
            Stack = stack,
            Organization = variable("PULUMI_ORGANIZATION") is { Length: > 0 } organization ? organization : "organization",
            IsDryRun = isDryRun,
            RootDirectory = variable("PULUMI_ROOT_DIRECTORY"),
            Config = ConfigValues.Read(variable),
            TraceParent = variable("TRACEPARENT") is { Length: > 0 } parent ? parent : null,
            AttachDebugger = IsOn(variable("PULUMI_ATTACH_DEBUGGER")),
            AcceptResources = !IsOn(variable("PULUMI_DISABLE_RESOURCE_REFERENCES")),
        };
    }

    /// <summary>Whether a switch of the environment is on: <c>1</c> or <c>true</c>.</summary>
    public static bool IsOn(string? value) => value == "1" || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
