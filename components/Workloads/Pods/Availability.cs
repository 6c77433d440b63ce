using Pulumi.Kubernetes.Autoscaling.V2;
using Pulumi.Kubernetes.Policy.V1;
using Pulumi.Kubernetes.Types.Inputs.Autoscaling.V2;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;

namespace Platform.Components.Workloads.Pods;

/// <summary>How many pods there are: enough for the load, and enough while nodes are replaced.</summary>
internal static class Availability
{
    private const int CpuPercent = 70;
    private const int MemoryPercent = 75;

    public static void Register(string name, KubernetesWorkloadArgs args, CustomResourceOptions afterPods, CustomResourceOptions child)
    {
        new HorizontalPodAutoscaler(name, new HorizontalPodAutoscalerArgs
        {
            Metadata = new ObjectMetaArgs { Name = name, Namespace = args.Namespace },
            Spec = new HorizontalPodAutoscalerSpecArgs
            {
                ScaleTargetRef = new CrossVersionObjectReferenceArgs { ApiVersion = "apps/v1", Kind = "Deployment", Name = name },
                MinReplicas = args.MinPods,
                MaxReplicas = args.MaxPods,
                Metrics = new[] { Resource("cpu", CpuPercent), Resource("memory", MemoryPercent) }.Concat(args.ScaleBy.Select(Metric)).ToArray(),
                Behavior = new HorizontalPodAutoscalerBehaviorArgs
                {
                    // Up at once, to twice as many or four more a minute; down slowly, after five quiet minutes.
                    ScaleUp = new HPAScalingRulesArgs
                    {
                        StabilizationWindowSeconds = 0,
                        SelectPolicy = "Max",
                        Policies = [Step("Percent", 100), Step("Pods", 4)],
                    },
                    ScaleDown = new HPAScalingRulesArgs { StabilizationWindowSeconds = 300, Policies = Step("Percent", 10) },
                },
            },
        }, afterPods);

        new PodDisruptionBudget(name, new PodDisruptionBudgetArgs
        {
            Metadata = new ObjectMetaArgs { Name = name, Namespace = args.Namespace },
            Spec = new PodDisruptionBudgetSpecArgs
            {
                Selector = new LabelSelectorArgs { MatchLabels = PodLabels.Serving(name) },
                MaxUnavailable = "25%",
                UnhealthyPodEvictionPolicy = "AlwaysAllow",          // a broken release must not keep a node from being drained
            },
        }, child);
    }

    private static MetricSpecArgs Resource(string name, int percent) => new()
    {
        Type = "Resource",
        Resource = new ResourceMetricSourceArgs { Name = name, Target = new MetricTargetArgs { Type = "Utilization", AverageUtilization = percent } },
    };

    private static MetricSpecArgs Metric(ScalingSignal signal) => signal switch
    {
        ScalingSignal.PerPod pod => new()
        {
            Type = "Pods",
            Pods = new PodsMetricSourceArgs { Metric = new MetricIdentifierArgs { Name = pod.Metric }, Target = Mean(pod.Target) },
        },
        ScalingSignal.External external => new()
        {
            Type = "External",
            External = new ExternalMetricSourceArgs
            {
                Metric = new MetricIdentifierArgs { Name = external.Metric, Selector = new LabelSelectorArgs { MatchLabels = external.Labels } },
                Target = Mean(external.Target),
            },
        },
        _ => throw new ArgumentOutOfRangeException(nameof(signal), signal, "No metric is known for this signal."),
    };

    private static MetricTargetArgs Mean(string value) => new() { Type = "AverageValue", AverageValue = value };

    private static HPAScalingPolicyArgs Step(string type, int value) => new() { Type = type, Value = value, PeriodSeconds = 60 };
}
