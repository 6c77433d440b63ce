using System.Collections.Immutable;
using Platform.Components.Identity;
using Platform.Components.Naming;
using Pulumi.Aws.ArcRegionSwitch;
using Pulumi.Aws.ArcRegionSwitch.Inputs;

namespace Platform.Components.Recovery;

/// <summary>
/// The way from one region to the other as a plan AWS runs, from the region that still works: somebody approves, the replica becomes the
/// primary, and the time it took is on record. Practice runs go the same way.
/// </summary>
/// <remarks>
/// Traffic and the size of the application follow the <c>activeRegion</c> of the settings, with the next deployment: the plan does nothing
/// that the program would want to take back. It does not make the replica for the way home either, as AWS would rename the old primary
/// for it under the program's feet.
/// </remarks>
public sealed class RegionFailover : ComponentResource
{
    private const int ApprovalMinutes = 30;
    private const int PromotionMinutes = 45;

    /// <summary>Registers the plan and its role.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    /// <exception cref="ResourceException">There is no database in one of the regions.</exception>
    public RegionFailover(string name, RegionFailoverArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:RegionFailover", name, args, options)
    {
        string[] regions = [args.Regions.Home, args.Regions.Second];
        this.Require(
            regions.All(args.Databases.ContainsKey),
            $"databases are in {string.Join(", ", args.Databases.Keys.Order(StringComparer.Ordinal))}, but the plan needs one in each of "
            + $"{string.Join(", ", regions)}; make the replica first, or choose BackupRestore, which promotes nothing.");
        var child = new CustomResourceOptions { Parent = this };
        Input<string>[] databases = [.. regions.Select(region => args.Databases[region])];
        var role = new ServiceRole(
            name, "arc-region-switch.amazonaws.com", "Moves the environment to another region", CallerAccount.Of(this), child,
            new Statement("See", "rds:DescribeDBInstances") { Resources = ["*"] },
            new Statement("Promote", "rds:ModifyDBInstance", "rds:PromoteReadReplica") { Resources = databases });

        var plan = new Plan(name, new()
        {
            Name = AwsName.Of(name, new NameRule(32)),
            Description = "Approve, promote the replica; then set activeRegion and deploy",
            RecoveryApproach = "activePassive",
            Regions = regions,
            PrimaryRegion = args.Regions.Home,
            RecoveryTimeObjectiveMinutes = ServiceTargets.RecoveryTimeMinutes,
            ExecutionRole = role.Arn,
            Workflows = regions.Select(region => Activate(region, args)).ToArray(),
        }, child);

        PlanArn = plan.Arn;
        About = this.Declare(ServiceTier.Foundation, options, new Dictionary<string, object>
        {
            ["strategy"] = args.Strategy.ToString(),
            ["activeRegion"] = args.Regions.Active,
            ["recoveryTimeMinutes"] = ServiceTargets.RecoveryTimeMinutes,
            ["recoveryPointMinutes"] = ServiceTargets.RecoveryPointMinutes,
            ["recoveryCapacityPercent"] = ServiceTargets.RecoveryCapacityPercent,
        });
        RegisterOutputs();
    }

    /// <summary>ARN of the plan, to run it: <c>aws arc-region-switch start-plan-execution</c> in the region that is to take over.</summary>
    [Output("planArn")] public Output<string> PlanArn { get; private set; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    private static InputMap<string> Map(IReadOnlyDictionary<string, Input<string>> values)
    {
        var map = new InputMap<string>();
        foreach (var (key, value) in values.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            map.Add(key, value);
        }

        return map;
    }

    private static PlanWorkflowArgs Activate(string region, RegionFailoverArgs args) => new()
    {
        WorkflowTargetAction = "activate",
        WorkflowTargetRegion = region,
        WorkflowDescription = $"Serve from {region}",
        Steps =
        {
            new PlanWorkflowStepArgs
            {
                Name = "approve",
                Description = "Is the other region lost, and is the lag within what may be lost?",
                ExecutionBlockType = "ManualApproval",
                ExecutionApprovalConfigs =
                {
                    new PlanWorkflowStepExecutionApprovalConfigArgs { ApprovalRole = args.ApproverRoleArn, TimeoutMinutes = ApprovalMinutes },
                },
            },
            new PlanWorkflowStepArgs
            {
                Name = "promote-database",
                ExecutionBlockType = "RdsPromoteReadReplica",
                RdsPromoteReadReplicaConfigs =
                {
                    new PlanWorkflowStepRdsPromoteReadReplicaConfigArgs
                    {
                        TimeoutMinutes = PromotionMinutes,
                        DbInstanceArnMap = Map(args.Databases),
                    },
                },
            },
        },
    };
}

/// <summary>What a caller may choose; <see cref="RegionFailover"/> decides the rest.</summary>
public sealed class RegionFailoverArgs : ResourceArgs
{
    /// <summary>How much waits in the second region.</summary>
    public required RecoveryStrategy Strategy { get; init; }

    /// <summary>The regions.</summary>
    public required RegionPair Regions { get; init; }

    /// <summary>ARN of the newest database of each region.</summary>
    public required IReadOnlyDictionary<string, Input<string>> Databases { get; init; }

    /// <summary>Role whose holders may approve.</summary>
    [Input("approverRoleArn", required: true)] public required Input<string> ApproverRoleArn { get; init; }
}
