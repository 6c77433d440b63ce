using Pulumi.Kubernetes.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Platform.Components.Workloads.Pods;

/// <summary>
/// Changes the database before the pods change. A job cannot be edited, so a new image replaces it; Pulumi waits until it has succeeded,
/// and does not touch the pods if it has not.
/// </summary>
internal static class Migration
{
    private const int Seconds = 900;

    public static Job Register(string name, KubernetesWorkloadArgs args, CustomResourceOptions after)
    {
        after.DeleteBeforeReplace = true;                // it keeps its name
        after.CustomTimeouts = new() { Create = TimeSpan.FromSeconds(Seconds + 120) };
        return new($"{name}-migration", new JobArgs
        {
            Metadata = new ObjectMetaArgs { Name = $"{name}-migration", Namespace = args.Namespace, Labels = PodLabels.All(name) },
            Spec = new JobSpecArgs
            {
                BackoffLimit = 1,
                ActiveDeadlineSeconds = Seconds,
                Template = PodTemplate.Of(name, args, PodLabels.Migrating(name), (pod, container) => Run(args, pod, container)),
            },
        }, after);
    }

    private static void Run(KubernetesWorkloadArgs args, PodSpecArgs pod, ContainerArgs container)
    {
        pod.RestartPolicy = "Never";
        container.Command = args.Migration.ToArray();
    }
}
