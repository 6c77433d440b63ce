using System.Globalization;
using Pulumi.Kubernetes.Batch.V1;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Rbac.V1;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;

namespace Platform.Components.Workloads.Pods;

/// <summary>
/// Takes the pods away in the evening and brings them back in the morning. An autoscaler takes no minimum of none, but leaves a Deployment
/// of none alone: so two jobs set the number, and between them the autoscaler does.
/// </summary>
internal static class OffHours
{
    public static void Register(string name, KubernetesWorkloadArgs args, CustomResourceOptions afterPods, CustomResourceOptions child)
    {
        if (args.WorkingHours is not { } hours)
        {
            return;
        }

        Resource[] ready = [.. Identity(name, args, child), NetworkRules.PermitScaling(name, args, child)];
        var after = CustomResourceOptions.Merge(afterPods, new() { DependsOn = ready });
        Job("begin", hours.BeginCrontab, args.MinPods);
        Job("end", hours.EndCrontab, 0);

        void Job(string key, string when, int pods) => new CronJob($"{name}-{key}", new CronJobArgs
        {
            Metadata = new ObjectMetaArgs { Name = $"{name}-{key}", Namespace = args.Namespace, Labels = PodLabels.Scaling(name) },
            Spec = new CronJobSpecArgs
            {
                Schedule = when,
                TimeZone = "Etc/UTC",
                ConcurrencyPolicy = "Forbid",
                StartingDeadlineSeconds = 3600,          // a cluster that is upgraded at that minute catches up
                SuccessfulJobsHistoryLimit = 1,
                FailedJobsHistoryLimit = 3,
                JobTemplate = new JobTemplateSpecArgs
                {
                    Spec = new JobSpecArgs { BackoffLimit = 3, ActiveDeadlineSeconds = 600, Template = Pod(name, args, pods) },
                },
            },
        }, after);
    }

    /// <summary>A service account that may set the number of pods of this workload, and do nothing else.</summary>
    private static Resource[] Identity(string name, KubernetesWorkloadArgs args, CustomResourceOptions child)
    {
        var meta = new ObjectMetaArgs { Name = $"{name}-hours", Namespace = args.Namespace };
        return
        [
            new ServiceAccount($"{name}-hours", new ServiceAccountArgs { Metadata = meta, AutomountServiceAccountToken = false }, child),
            new Role($"{name}-hours", new RoleArgs
            {
                Metadata = meta,
                Rules =
                [
                    new PolicyRuleArgs { ApiGroups = "apps", Resources = "deployments", ResourceNames = name, Verbs = "get" },
                    new PolicyRuleArgs { ApiGroups = "apps", Resources = "deployments/scale", ResourceNames = name, Verbs = ["get", "patch", "update"] },
                ],
            }, child),
            new RoleBinding($"{name}-hours", new RoleBindingArgs
            {
                Metadata = meta,
                RoleRef = new RoleRefArgs { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = $"{name}-hours" },
                Subjects = new SubjectArgs { Kind = "ServiceAccount", Name = $"{name}-hours", Namespace = args.Namespace },
            }, child),
        ];
    }

    private static PodTemplateSpecArgs Pod(string name, KubernetesWorkloadArgs args, int pods)
    {
        var pod = PodTemplate.Confined(args, new ContainerArgs
        {
            Name = "scale",
            Image = args.KubectlImage!,
            Command =
            [
                "kubectl", "scale", $"deployment/{name}", Output.Format($"--namespace={args.Namespace}"),
                string.Create(CultureInfo.InvariantCulture, $"--replicas={pods}"),
            ],
            Resources = new ResourceRequirementsArgs
            {
                Requests = { ["cpu"] = "50m", ["memory"] = "64Mi" },
                Limits = { ["cpu"] = "500m", ["memory"] = "128Mi" },
            },
        });
        pod.ServiceAccountName = $"{name}-hours";
        pod.AutomountServiceAccountToken = true;         // the one pod here that talks to the Kubernetes API
        pod.RestartPolicy = "Never";
        return new() { Metadata = new ObjectMetaArgs { Labels = PodLabels.Scaling(name) }, Spec = pod };
    }
}
