using System.Collections.Concurrent;
using Platform.Engine;
using Platform.Graph;

namespace Platform.Tests.Tools.Repository;

/// <summary>The plans of this repository's stacks, each made once for all tests: a plan does not change any more.</summary>
internal static class OwnPlan
{
    private static readonly ConcurrentDictionary<(string Stack, string? Setting), Lazy<Task<ResourceGraph>>> Plans = new();

    /// <summary>The plan of a stack with the settings of its file, but one, given as <c>key=value</c>.</summary>
    public static Task<ResourceGraph> Of(string stack, string? setting = null) =>
        Plans.GetOrAdd((stack, setting), plan => new(() => Make(plan.Stack, plan.Setting))).Value;

    /// <summary>The same as whoever is given its file reads it: what is secret is kept back.</summary>
    public static async Task<ResourceGraph> AsWritten(string stack, string? setting = null) => PlanJsonReader.Read(PlanJson.Write(await Of(stack, setting)));

    /// <summary>Plans this repository's program, whatever folder the request is for, without a process.</summary>
    public static Task<PlanResult> Run(PlanRequest request, IProgress<PlanProgress>? progress = null, CancellationToken cancellationToken = default) =>
        new PlanRun(request with { ProjectDirectory = Sources.Root }, progress, null, _ => new OwnProgram()).RunAsync(cancellationToken);

    private static async Task<ResourceGraph> Make(string stack, string? setting)
    {
        var request = new PlanRequest { ProjectDirectory = Sources.Root, Stack = stack };
        var result = await Run(setting?.Split('=', 2) is [var key, var value]
            ? request with { Config = new Dictionary<string, string> { [key] = value } }
            : request);
        Assert.True(result.Outcome == PlanOutcome.Succeeded, $"{stack}: {result.Problem}");
        Assert.Empty(result.Graph!.Diagnostics);
        return result.Graph!;
    }
}
