using System.Collections.Concurrent;
using Platform.Engine;
using Platform.Graph;
using Platform.Tests.Tools.Repository;

namespace Platform.Tests.Tools.Alarms;

/// <summary>The plans of this repository's stacks, each made once for all tests.</summary>
internal static class OwnPlan
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<ResourceGraph>>> Plans = new();

    public static Task<ResourceGraph> Of(string stack) => Plans.GetOrAdd(stack, name => new(() => Make(name))).Value;

    private static async Task<ResourceGraph> Make(string stack)
    {
        var result = await OfflineEngine.PlanAsync(
            new PlanRequest
            {
                ProjectDirectory = Sources.Root,
                Stack = stack,
                Config = new Dictionary<string, string>(),
                Secrets = new Dictionary<string, string>(),
                Build = false,
            },
            null,
            CancellationToken.None);
        Assert.True(result.Outcome == PlanOutcome.Succeeded, $"{stack}: {result.Problem}");
        return result.Graph!;
    }
}
