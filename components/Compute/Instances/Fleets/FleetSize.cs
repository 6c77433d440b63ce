namespace Platform.Components.Compute.Instances.Fleets;

/// <summary>How many instances a fleet has.</summary>
/// <param name="Min">Instances that always run, within working hours.</param>
/// <param name="Max">Instances that may run.</param>
internal readonly record struct FleetSize(int Min, int Max)
{
    public static FleetSize Of(AutoScalingServiceArgs args) =>
        new(args.MinInstances, args.MaxInstances ?? (args.MinInstances * ServiceTargets.ScaleFactor));
}
