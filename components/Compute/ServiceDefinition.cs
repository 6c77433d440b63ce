using Platform.Components.Compute.Deployment;
using Platform.Components.Compute.Tasks;
using Platform.Components.Identity;
using Platform.Components.Naming;
using Platform.Components.Network;
using Platform.Components.Observability;
using Pulumi.Aws.Ecs;
using Pulumi.Aws.Ecs.Inputs;

namespace Platform.Components.Compute;

/// <summary>What a <see cref="FargateService"/> runs, and how ECS keeps it running.</summary>
internal static class ServiceDefinition
{
    public static TaskDefinition Task(
        TaskPlan plan, FargateServiceArgs args, ServiceRoles roles, LogStream logs, CallerAccount account, CustomResourceOptions child) => new(plan.Name, new()
    {
        Family = plan.Family,
        RequiresCompatibilities = "FARGATE",
        NetworkMode = "awsvpc",
        RuntimePlatform = new TaskDefinitionRuntimePlatformArgs { CpuArchitecture = "ARM64", OperatingSystemFamily = "LINUX" },
        Cpu = $"{plan.Cpu}",
        Memory = $"{plan.Memory}",
        ExecutionRoleArn = roles.Start.Arn,
        TaskRoleArn = roles.Run.Arn,
        ContainerDefinitions = ContainerText.Of(plan, args, logs.GroupName, account.Region),
    }, child);

    /// <summary>The task that prepares the database for a release, and what runs it.</summary>
    public static MigrationHook Migration(
        string name, FargateServiceArgs args, ServiceRoles roles, LogStream logs, Input<string> groupId, CallerAccount account, CustomResourceOptions child)
    {
        var plan = TaskPlan.OfMigration(name, args);
        var task = new MigrationTask
        {
            Cluster = args.ClusterName.ToOutput(),
            Family = plan.Family,
            TaskDefinitionArn = Task(plan, args, roles, logs, account, child).Arn,
            SubnetIds = args.Network.SubnetIds(SubnetTier.Private),
            SecurityGroupIds = Output.All([groupId, .. args.Uses.Select(use => use.ClientSecurityGroupId)]),
            RoleArns = [roles.Start.Arn, roles.Run.Arn],
        };
        return new MigrationHook(name, task, logs, account, child);
    }

    public static Service Service(
        string name, FargateServiceArgs args, TaskDefinition task, Input<string> groupId, ServiceRelease release, CustomResourceOptions child) => new(name, new()
    {
        Name = AwsName.Of(name, NameRule.EcsName),
        Cluster = args.ClusterName,
        TaskDefinition = task.Arn,
        DesiredCount = args.MinTasks,
        CapacityProviderStrategies = Capacity(args.SpotPercent ?? 0, args.OnDemandBase ?? 0),
        PlatformVersion = "1.4.0",
        NetworkConfiguration = new ServiceNetworkConfigurationArgs
        {
            AssignPublicIp = false,
            Subnets = args.Network.SubnetIds(SubnetTier.Private),
            SecurityGroups = [groupId, .. args.Uses.Select(use => use.ClientSecurityGroupId)],
        },
        LoadBalancers = args.Target is { } target
            ? (InputList<ServiceLoadBalancerArgs>)new ServiceLoadBalancerArgs
            {
                TargetGroupArn = target.GroupArn,
                ContainerName = name,
                ContainerPort = target.Port,
                AdvancedConfiguration = release.Advanced!,
            }
            : null!,
        HealthCheckGracePeriodSeconds = args.Target is null ? null! : 120,
        DeploymentMinimumHealthyPercent = 100,
        DeploymentMaximumPercent = 200,
        DeploymentCircuitBreaker = release.CircuitBreaker!,
        DeploymentConfiguration = release.Configuration,
        Alarms = release.Alarms!,
        AvailabilityZoneRebalancing = "ENABLED",
        EnableEcsManagedTags = true,
        EnableExecuteCommand = false,       // its agent cannot start on a read-only disk
        PropagateTags = "SERVICE",
        WaitForSteadyState = true,
    }, CustomResourceOptions.Merge(child, new CustomResourceOptions { IgnoreChanges = { "desiredCount" } }));

    private static InputList<ServiceCapacityProviderStrategyArgs> Capacity(int spotPercent, int onDemandBase)
    {
        var strategies = new InputList<ServiceCapacityProviderStrategyArgs>();
        if (spotPercent < 100 || onDemandBase > 0)
        {
            strategies.Add(new ServiceCapacityProviderStrategyArgs
            {
                CapacityProvider = "FARGATE", Weight = 100 - spotPercent, Base = onDemandBase,
            });
        }

        if (spotPercent > 0)
        {
            strategies.Add(new ServiceCapacityProviderStrategyArgs { CapacityProvider = "FARGATE_SPOT", Weight = spotPercent });
        }

        return strategies;
    }
}
