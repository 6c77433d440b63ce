using Platform.Components.Compute.Deployment;
using Platform.Components.Compute.Scaling;
using Pulumi.Aws.AppAutoScaling;
using Pulumi.Aws.AppAutoScaling.Inputs;
using Pulumi.Aws.Ecs;

namespace Platform.Components.Compute;

/// <summary>How many tasks of a service run: enough for the load, none when nobody works.</summary>
internal static class ServiceScaling
{
    private const string Namespace = "ecs";
    private const string Dimension = "ecs:service:DesiredCount";

    /// <summary>Registers target, policies and schedule; what is scaled, as <c>service/cluster/name</c>.</summary>
    public static Output<string> Register(string name, FargateServiceArgs args, Service service, ServiceRelease release, CustomResourceOptions child)
    {
        // The schedule moves both bounds twice a day; a deployment in the evening must not move them back.
        var bounds = args.WorkingHours is null
            ? child
            : CustomResourceOptions.Merge(child, new CustomResourceOptions { IgnoreChanges = { "minCapacity", "maxCapacity" } });

        var target = new Target(name, new()
        {
            ServiceNamespace = Namespace,
            ScalableDimension = Dimension,
            ResourceId = Output.Format($"service/{args.ClusterName}/{service.Name}"),
            MinCapacity = args.MinTasks,
            MaxCapacity = args.MaxTasks,
        }, bounds);

        Track("cpu", "ECSServiceAverageCPUUtilization", 70);
        Track("memory", "ECSServiceAverageMemoryUtilization", 75);
        if (args.Target is { } requested && release.Advanced is null)
        {
            Track("requests", "ALBRequestCountPerTarget", args.RequestsPerTask ?? 1000, requested.RequestLabel);
        }
        else if (args.Target is not null)
        {
            Keep("requests", args.RequestsPerTask ?? 1000, own: ServiceMetrics.RequestsPerTask([.. release.RequestLabels.Values]));
        }

        if (args.Queue is { } queue)
        {
            Keep("queue", queue.MessagesPerTask, own: ServiceMetrics.MessagesPerTask(queue.QueueName, args.ClusterName, service.Name));
        }

        if (args.Forecast)
        {
            ServiceForecast.Register(name, target, child);
        }

        if (args.WorkingHours is { } hours)
        {
            Move("begin", hours.Begin, args.MinTasks, args.MaxTasks);
            Move("end", hours.End, 0, 0);
        }

        return target.ResourceId;

        void Track(string key, string metric, int value, Input<string>? label = null) =>
            Keep(key, value, predefined: new PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
            {
                PredefinedMetricType = metric,
                ResourceLabel = label,
            });

        void Keep(
            string key,
            int value,
            Input<PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs>? predefined = null,
            Input<PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationArgs>? own = null) => new Policy($"{name}-{key}", new()
        {
            PolicyType = "TargetTrackingScaling",
            ServiceNamespace = Namespace,
            ScalableDimension = Dimension,
            ResourceId = target.ResourceId,
            TargetTrackingScalingPolicyConfiguration = new PolicyTargetTrackingScalingPolicyConfigurationArgs
            {
                TargetValue = value,
                ScaleInCooldown = 300,
                ScaleOutCooldown = 60,
                PredefinedMetricSpecification = predefined,
                CustomizedMetricSpecification = own,
            },
        }, child);

        void Move(string key, string when, int min, int max) => new ScheduledAction($"{name}-{key}", new()
        {
            ServiceNamespace = Namespace,
            ScalableDimension = Dimension,
            ResourceId = target.ResourceId,
            Schedule = when,
            Timezone = "UTC",
            ScalableTargetAction = new ScheduledActionScalableTargetActionArgs { MinCapacity = min, MaxCapacity = max },
        }, child);
    }
}
