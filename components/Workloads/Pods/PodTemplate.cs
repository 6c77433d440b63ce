using System.Globalization;
using Platform.Components.Clusters.Nodes;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Platform.Components.Workloads.Pods;

/// <summary>A pod that the standard <c>restricted</c> admits: no privileges, no writable disk but a small /tmp, a user no node knows.</summary>
internal static class PodTemplate
{
    private const int User = 10001;

    /// <summary>The pod; <paramref name="also"/> adds what tells a server from a migration.</summary>
    public static PodTemplateSpecArgs Of(string name, KubernetesWorkloadArgs args, InputMap<string> labels, Action<PodSpecArgs, ContainerArgs> also)
    {
        var container = Container(args);
        var pod = Confined(args, container);
        pod.ServiceAccountName = name;
        SecretFiles.Mount(name, args, pod, container);
        also(pod, container);
        return new() { Metadata = new ObjectMetaArgs { Labels = labels }, Spec = pod };
    }

    /// <summary>A pod of one container that can harm neither its node nor its neighbours.</summary>
    public static PodSpecArgs Confined(KubernetesWorkloadArgs args, ContainerArgs container)
    {
        container.ImagePullPolicy = "IfNotPresent";
        container.TerminationMessagePolicy = "FallbackToLogsOnError";
        container.VolumeMounts.Add(new VolumeMountArgs { Name = "tmp", MountPath = "/tmp" });
        container.SecurityContext = new SecurityContextArgs
        {
            AllowPrivilegeEscalation = false,
            Privileged = false,
            ReadOnlyRootFilesystem = true,
            RunAsNonRoot = true,
            Capabilities = new CapabilitiesArgs { Drop = "ALL" },
            SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
        };
        return new()
        {
            AutomountServiceAccountToken = false,
            EnableServiceLinks = false,
            PriorityClassName = args.CanWait == true ? ClusterObjects.BatchPriority : ClusterObjects.ServingPriority,
            NodeSelector = { ["kubernetes.io/arch"] = args.Cluster.Architecture.Label },
            SecurityContext = new PodSecurityContextArgs
            {
                RunAsNonRoot = true,
                RunAsUser = User,
                RunAsGroup = User,
                FsGroup = User,
                SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
            },
            Volumes = new VolumeArgs { Name = "tmp", EmptyDir = new EmptyDirVolumeSourceArgs { SizeLimit = "64Mi" } },
            Containers = container,
        };
    }

    private static ContainerArgs Container(KubernetesWorkloadArgs args)
    {
        var container = new ContainerArgs
        {
            Name = "app",
            Image = args.Image,
            Resources = new ResourceRequirementsArgs
            {
                Requests = { ["cpu"] = Millis(args.CpuMillis), ["memory"] = MiB(args.MemoryMiB) },

                // Memory is not lent: a pod that used more than it asked for would be killed when its neighbours need theirs.
                Limits = { ["cpu"] = Millis(2 * args.CpuMillis), ["memory"] = MiB(args.MemoryMiB) },
            },
        };

        foreach (var (variable, value) in args.Environment.Concat(args.Uses.SelectMany(use => use.Environment)).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            container.Env.Add(new EnvVarArgs { Name = variable, Value = value });
        }

        return container;
    }

    private static string Millis(int cpu) => string.Create(CultureInfo.InvariantCulture, $"{cpu}m");

    private static string MiB(int memory) => string.Create(CultureInfo.InvariantCulture, $"{memory}Mi");
}
