namespace Platform.Components.Compute.Instances.Fleets;

/// <summary>How much of a fleet is bought on demand; the rest is spot.</summary>
/// <param name="OnDemandBase">Instances that are always on demand, 0 or more, counted first.</param>
/// <param name="OnDemandPercentage">Share of everything above the base that is on demand, 0 to 100.</param>
public sealed record PurchaseMix(int OnDemandBase, int OnDemandPercentage)
{
    internal bool UsesSpot => OnDemandPercentage < 100;

    /// <summary>On-demand instances among <paramref name="instances"/>; a fraction counts as a whole one.</summary>
    internal int OnDemandOf(int instances)
    {
        var above = Math.Max(0, instances - OnDemandBase);
        return Math.Min(instances, OnDemandBase) + (((above * OnDemandPercentage) + 99) / 100);
    }
}
