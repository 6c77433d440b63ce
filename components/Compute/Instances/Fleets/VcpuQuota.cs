namespace Platform.Components.Compute.Instances.Fleets;

/// <summary>An account quota that must be granted before a fleet can reach its maximum.</summary>
/// <param name="Code">Code in Service Quotas, service <c>ec2</c>, as <c>aws service-quotas list-aws-default-service-quotas</c> names it.</param>
/// <param name="Name">Name the console shows for it.</param>
/// <param name="Vcpus">vCPUs this fleet needs of it at its largest: maximum size, during an instance refresh, on its largest type.</param>
public sealed record VcpuQuota(string Code, string Name, int Vcpus)
{
    /// <summary>Most of its size a fleet may reach while instances are being replaced, in percent.</summary>
    internal const int RefreshCeiling = 110;

    /// <summary>The quotas a fleet of at most <paramref name="instances"/> needs, on-demand first.</summary>
    internal static IReadOnlyList<VcpuQuota> Of(InstanceShape shape, PurchaseMix mix, int instances)
    {
        var most = ((instances * RefreshCeiling) + 99) / 100;
        var onDemand = mix.OnDemandOf(most);
        return
        [
            new("L-1216C47A", "Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances", onDemand * shape.MaxVcpus),
            new("L-34B43A08", "All Standard (A, C, D, H, I, M, R, T, Z) Spot Instance Requests", (most - onDemand) * shape.MaxVcpus),
        ];
    }
}
