using Platform.Components.Compute;
using Platform.Components.Compute.Images;
using Platform.Components.Compute.Instances;
using Platform.Components.Compute.Instances.Fleets;
using Platform.Components.Entry;
using Platform.Stacks.Settings;

namespace Platform.Stacks.Parts.Apps;

/// <summary>The application on machines of EC2: for images that need a kernel, a disk or a price that Fargate does not have.</summary>
internal sealed class MachinesApp(Site site, MachineSettings settings, ContainerRepository images, params Connection[] uses) : IApp
{
    /// <summary>How the machines are bought.</summary>
    public required PurchaseMix Purchase { get; init; }

    /// <inheritdoc/>
    public TargetKind Targets => TargetKind.Instance;

    /// <inheritdoc/>
    public string? PodsOf => null;

    /// <inheritdoc/>
    public IAppTier Run(LoadBalancerTarget target) => new AutoScalingService("app", new()
    {
        Network = site.Network,
        Target = target,
        Image = settings.Image,
        RepositoryArn = images.Arn,
        MachineImageId = settings.MachineImageId,
        Shape = settings.Shape,
        Purchase = Purchase,
        MinInstances = settings.MinInstances,
        Uses = uses,
        LogKeyArn = site.Keys.Logs,
        LogRetentionDays = site.LogDays,
        WorkingHours = site.WorkingHours,
        Owner = site.Tags.GetValueOrDefault("owner"),
        InstanceTags = site.Tags,
    }, site.Here);
}
