using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Platform.Components.Workloads.Pods;

/// <summary>The pods that serve, and how a release replaces them: never fewer than before, each proven before the next.</summary>
internal static class Rollout
{
    private const int DrainSeconds = 20;

    public static DeploymentArgs Of(string name, KubernetesWorkloadArgs args) => new()
    {
        Metadata = new ObjectMetaArgs { Name = name, Namespace = args.Namespace, Labels = PodLabels.All(name) },
        Spec = new DeploymentSpecArgs
        {
            // No number of replicas: the autoscaler owns it, and every update would take it back.
            Selector = new LabelSelectorArgs { MatchLabels = PodLabels.Serving(name) },
            Strategy = new DeploymentStrategyArgs
            {
                Type = "RollingUpdate",
                RollingUpdate = new RollingUpdateDeploymentArgs { MaxSurge = "25%", MaxUnavailable = 0 },
            },
            MinReadySeconds = 10,
            ProgressDeadlineSeconds = 600,
            RevisionHistoryLimit = 5,
            Template = PodTemplate.Of(name, args, PodLabels.Serving(name), (pod, container) => Serve(name, args, pod, container)),
        },
    };

    private static void Serve(string name, KubernetesWorkloadArgs args, PodSpecArgs pod, ContainerArgs container)
    {
        var alive = args.HealthPath ?? args.Target.HealthPath;
        container.Ports = new ContainerPortArgs { Name = "http", ContainerPortValue = args.Target.Port, Protocol = "TCP" };
        container.StartupProbe = Probe(alive, period: 5, failures: 24);       // two minutes to start; the others wait for it
        container.LivenessProbe = Probe(alive, period: 10, failures: 3);
        container.ReadinessProbe = Probe(args.ReadyPath ?? alive, period: 5, failures: 2);

        // The load balancer still sends requests for some seconds after it was told to stop.
        container.Lifecycle = new LifecycleArgs { PreStop = new LifecycleHandlerArgs { Sleep = new SleepActionArgs { Seconds = DrainSeconds } } };
        pod.TerminationGracePeriodSeconds = DrainSeconds + 40;
        pod.TopologySpreadConstraints.Add(Spread(name, "topology.kubernetes.io/zone", "DoNotSchedule"), Spread(name, "kubernetes.io/hostname", "ScheduleAnyway"));
    }

    private static ProbeArgs Probe(string path, int period, int failures) => new()
    {
        HttpGet = new HTTPGetActionArgs { Path = path, Port = "http" },
        PeriodSeconds = period,
        TimeoutSeconds = 2,
        FailureThreshold = failures,
    };

    private static TopologySpreadConstraintArgs Spread(string name, string topology, string otherwise) => new()
    {
        TopologyKey = topology,
        MaxSkew = 1,
        WhenUnsatisfiable = otherwise,
        LabelSelector = new LabelSelectorArgs { MatchLabels = PodLabels.Serving(name) },

        // Counted for each release alone: the pods of the old one would else push the new ones into one zone.
        MatchLabelKeys = "pod-template-hash",
    };
}
