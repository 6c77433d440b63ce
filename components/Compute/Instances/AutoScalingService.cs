using System.Collections.Immutable;
using Platform.Components.Compute.Deployment;
using Platform.Components.Compute.Instances.Boot;
using Platform.Components.Compute.Instances.Fleets;
using Platform.Components.Identity;
using Platform.Components.Naming;
using Platform.Components.Observability;
using Platform.Components.Observability.Alarms;
using Platform.Components.Observability.Signals;
using Platform.Components.Security;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.Ec2;

namespace Platform.Components.Compute.Instances;

/// <summary>
/// A container on machines of our own: bought where they are cheapest, replaced before they grow old, reached by nobody but the
/// load balancer and Session Manager, and taken back to the last release by themselves when a new one fails.
/// </summary>
/// <example><code>var app = new AutoScalingService("shop", new() { Network = network, Target = entry.Target, Image = image, MachineImageId = "ami-…", … });</code></example>
public sealed class AutoScalingService : ComponentResource, IAppTier, IReleasing
{
    /// <summary>Registers the group and all it consists of.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    /// <exception cref="ResourceException">An argument is out of bounds, or two exclude each other.</exception>
    public AutoScalingService(string name, AutoScalingServiceArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:AutoScalingService", name, args, options)
    {
        FleetChecks.Check(this, args);
        var child = new CustomResourceOptions { Parent = this };
        var account = CallerAccount.Of(this);
        var groupName = AwsName.Of(name, NameRule.AutoScalingGroup);
        var size = FleetSize.Of(args);

        var logs = new LogStream(name, new() { KeyArn = args.LogKeyArn, RetentionDays = args.LogRetentionDays }, new ComponentResourceOptions { Parent = this });
        var identity = new InstanceIdentity(name, args, groupName, logs, account, child);
        var volumeKey = new EncryptionKey($"{name}-volumes", new()
        {
            Purpose = "disks of machines",
            Services = [KeyService.AutoScaling],
        }, new ComponentResourceOptions { Parent = this });
        var firewall = InstanceFirewall.Register(name, args, child);
        var template = new LaunchTemplate(
            name, InstanceTemplate.Args(args, identity.ProfileArn, firewall.Id, volumeKey.Arn, BootPlan.Of(args, groupName, logs, account)), child);

        ReleaseSignals = ReleaseGuard.Of(new Dictionary<string, Output<string>> { ["targets"] = args.Target.RequestLabel });
        var alarms = new DeploymentAlarms(name, ReleaseSignals, AlarmText.OfComponent(args.Owner, args.RunbookUrl), child);
        var group = new Group(name, InstanceGroup.Args(args, groupName, template, alarms.Names), InstanceGroup.Options(args, child));
        new LifecycleHook($"{name}-drain", InstanceGroup.Drain(group.Name), child);

        var scaling = new GroupScaling(name, group.Name, child);
        scaling.ByCpu();
        scaling.ByRequests(args.RequestsPerInstance ?? GroupScaling.DefaultRequests, args.Target.RequestLabel);
        if (args.Forecast)
        {
            scaling.ByForecast();
        }

        if (args.WorkingHours is { } hours)
        {
            scaling.OnlyWithin(hours, size);
        }

        (SecurityGroupId, RoleName, GroupName, LogGroupName) = (firewall.Id, identity.RoleName, group.Name, logs.GroupName);
        (RoleArn, ScalingTarget) = (identity.RoleArn, Output.Format($"autoScalingGroup/{account.Region}/{group.Name}"));
        VcpuQuotas = Output.Create(VcpuQuota.Of(args.Shape, args.Purchase, size.Max).ToImmutableDictionary(quota => quota.Code, quota => quota.Vcpus));
        EndpointArn = args.Target.GroupArn;
        Signals = InstanceSignals.Of(group.Name);
        About = this.Declare(ServiceTier.App, options, new Dictionary<string, object> { ["scaleFactor"] = ServiceTargets.ScaleFactor }, signals: Signals);
        RegisterOutputs();
    }

    /// <summary>Group from which the machines' connections come; databases and caches let it in.</summary>
    [Output("securityGroupId")] public Output<string> SecurityGroupId { get; private set; }

    /// <summary>Role to which an application adds the rights it needs.</summary>
    [Output("roleName")] public Output<string> RoleName { get; private set; }

    /// <inheritdoc/>
    [Output("roleArn")] public Output<string> RoleArn { get; private set; }

    /// <inheritdoc/>
    [Output("scalingTarget")] public Output<string> ScalingTarget { get; private set; }

    /// <summary>Name of the Auto Scaling group, the dimension of its figures.</summary>
    [Output("groupName")] public Output<string> GroupName { get; private set; }

    /// <summary>Where the container logs.</summary>
    [Output("logGroupName")] public Output<string> LogGroupName { get; private set; }

    /// <summary>vCPUs the account must be granted for the group to reach its maximum, by quota code of service <c>ec2</c>.</summary>
    [Output("vcpuQuotas")] public Output<ImmutableDictionary<string, int>> VcpuQuotas { get; private set; }

    /// <inheritdoc/>
    public Output<string> EndpointArn { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Signal> Signals { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Signal> ReleaseSignals { get; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }
}
