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
        string name, FargateServiceArgs args, LogStream logs, CallerAccount account, CustomResourceOptions child) => new(name, new()
    {
        Family = AwsName.Of(name, NameRule.EcsName),
        RequiresCompatibilities = "FARGATE",
        NetworkMode = "awsvpc",
        RuntimePlatform = new TaskDefinitionRuntimePlatformArgs { CpuArchitecture = "ARM64", OperatingSystemFamily = "LINUX" },
        Cpu = $"{args.Cpu}",
        Memory = $"{args.Memory}",
        ExecutionRoleArn = ServicePermissions.ToStart(name, args, logs, account, child).Arn,
        TaskRoleArn = ServicePermissions.ToRun(name, args, account, child).Arn,
        ContainerDefinitions = ContainerText.Of(name, args, logs.GroupName, account.Region),
    }, child);

    public static Service Service(
        string name, FargateServiceArgs args, TaskDefinition task, Input<string> groupId, CustomResourceOptions child) => new(name, new()
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
        LoadBalancers = new ServiceLoadBalancerArgs
        {
            TargetGroupArn = args.Target.GroupArn, ContainerName = name, ContainerPort = args.Target.Port,
        },
        HealthCheckGracePeriodSeconds = 120,
        DeploymentMinimumHealthyPercent = 100,
        DeploymentMaximumPercent = 200,
        DeploymentCircuitBreaker = new ServiceDeploymentCircuitBreakerArgs { Enable = true, Rollback = true },
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
