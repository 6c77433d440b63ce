using System.Collections.Immutable;

namespace Platform.Components.Compute.Tasks;

/// <summary>The quotas of service <c>fargate</c> that a service needs at its largest: during a release, with old and new tasks side by side. Names and codes as Service Quotas lists them.</summary>
internal static class FargateQuota
{
    /// <summary>"Fargate On-Demand vCPU resource count".</summary>
    public const string OnDemand = "L-3032A538";

    /// <summary>"Fargate Spot vCPU resource count".</summary>
    public const string Spot = "L-36FBB829";

    private const int UnitsPerVcpu = 1024;
    private const int ReleaseFactor = 2;

    /// <summary>vCPUs by quota code, rounded up.</summary>
    public static ImmutableDictionary<string, int> Of(int cpu, int maxTasks, int onDemandBase, int spotPercent)
    {
        var tasks = maxTasks * ReleaseFactor;
        var above = tasks - Math.Min(tasks, onDemandBase);
        return new Dictionary<string, int>
        {
            [OnDemand] = Vcpus(tasks - above + Share(above, 100 - spotPercent)),
            [Spot] = Vcpus(Share(above, spotPercent)),
        }.ToImmutableDictionary();

        int Vcpus(int count) => ((count * cpu) + UnitsPerVcpu - 1) / UnitsPerVcpu;
    }

    private static int Share(int tasks, int percent) => ((tasks * percent) + 99) / 100;
}
