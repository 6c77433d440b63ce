using Pulumi.Aws.AutoScaling.Inputs;

namespace Platform.Components.Compute.Instances.Fleets;

/// <summary>Writes a shape and a purchase mix the way an Auto Scaling group takes them.</summary>
internal static class FleetMix
{
    public static GroupMixedInstancesPolicyArgs Policy(
        Input<string> templateId, Input<string> templateVersion, InstanceShape shape, PurchaseMix purchase) => new()
    {
        InstancesDistribution = new GroupMixedInstancesPolicyInstancesDistributionArgs
        {
            OnDemandBaseCapacity = purchase.OnDemandBase,
            OnDemandPercentageAboveBaseCapacity = purchase.OnDemandPercentage,
            OnDemandAllocationStrategy = "lowest-price",             // the only one EC2 takes with a shape instead of types
            SpotAllocationStrategy = "price-capacity-optimized",
        },
        LaunchTemplate = new GroupMixedInstancesPolicyLaunchTemplateArgs
        {
            LaunchTemplateSpecification = new GroupMixedInstancesPolicyLaunchTemplateLaunchTemplateSpecificationArgs
            {
                LaunchTemplateId = templateId,
                Version = templateVersion,
            },
            Overrides = new GroupMixedInstancesPolicyLaunchTemplateOverrideArgs { InstanceRequirements = Requirements(shape) },
        },
    };

    private static GroupMixedInstancesPolicyLaunchTemplateOverrideInstanceRequirementsArgs Requirements(InstanceShape shape) => new()
    {
        VcpuCount = new GroupMixedInstancesPolicyLaunchTemplateOverrideInstanceRequirementsVcpuCountArgs
        {
            Min = shape.MinVcpus,
            Max = shape.MaxVcpus,
        },
        MemoryMib = new GroupMixedInstancesPolicyLaunchTemplateOverrideInstanceRequirementsMemoryMibArgs
        {
            Min = shape.MinMemoryGiB * 1024,
            Max = shape.MaxMemoryGiB * 1024,
        },
        AllowedInstanceTypes = [.. shape.Families],
        CpuManufacturers = [.. shape.Manufacturers],
        InstanceGenerations = "current",
        BurstablePerformance = shape.Burstable ? "included" : "excluded",
        BareMetal = "excluded",
        AcceleratorCount = new GroupMixedInstancesPolicyLaunchTemplateOverrideInstanceRequirementsAcceleratorCountArgs { Max = 0 },
    };
}
