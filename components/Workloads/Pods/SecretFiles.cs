using System.Collections.Immutable;
using Platform.Components.Clusters.Nodes;
using Platform.Components.Compute;
using Platform.Components.Identity;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Platform.Components.Workloads.Pods;

/// <summary>
/// Secrets as files. The driver fetches them with the pod's own role when the pod starts, straight from Secrets Manager: no copy
/// in etcd, none in the program, none in the process environment, where crash reports and child processes find them. The variable
/// <c>NAME_FILE</c> tells the program where the value of <c>NAME</c> is.
/// </summary>
internal static class SecretFiles
{
    private const string Volume = "secrets";
    private const string Folder = "/mnt/secrets";

    public static Resource[] Register(string name, KubernetesWorkloadArgs args, CustomResourceOptions child) => Any(args)
        ? [new CustomObject($"{name}-secrets", new("secrets-store.csi.x-k8s.io/v1", "SecretProviderClass")
        {
            Metadata = new ObjectMetaArgs { Name = name, Namespace = args.Namespace },
            Spec = new InputMap<object>
            {
                ["provider"] = "aws",
                ["parameters"] = Output.Tuple(args.Cluster.Region, Objects(args)).Apply(known => (object)ImmutableDictionary<string, object>.Empty
                    .Add("region", known.Item1)
                    .Add("usePodIdentity", "true")
                    .Add("objects", known.Item2)),
            },
        }, child)]
        : [];

    /// <summary>Adds the files to a pod that has secrets.</summary>
    public static void Mount(string name, KubernetesWorkloadArgs args, PodSpecArgs pod, ContainerArgs container)
    {
        if (!Any(args))
        {
            return;
        }

        pod.Volumes.Add(new VolumeArgs
        {
            Name = Volume,
            Csi = new CSIVolumeSourceArgs
            {
                Driver = "secrets-store.csi.k8s.io",
                ReadOnly = true,
                VolumeAttributes = { ["secretProviderClass"] = name },
            },
        });
        container.VolumeMounts.Add(new VolumeMountArgs { Name = Volume, MountPath = Folder, ReadOnly = true });
        foreach (var (variable, _) in All(args))
        {
            container.Env.Add(new EnvVarArgs { Name = $"{variable}_FILE", Value = $"{Folder}/{variable}" });
        }
    }

    private static bool Any(KubernetesWorkloadArgs args) => args.Uses.Any(use => !use.Secrets.IsEmpty);

    private static KeyValuePair<string, Input<string>>[] All(KubernetesWorkloadArgs args) =>
        [.. args.Uses.SelectMany(use => use.Secrets).OrderBy(secret => secret.Key, StringComparer.Ordinal)];

    // The driver reads YAML, of which JSON is a part.
    private static Output<string> Objects(KubernetesWorkloadArgs args)
    {
        var secrets = All(args);
        return Output.All(secrets.Select(secret => secret.Value)).Apply(references => JsonText.Of(json =>
        {
            json.WriteStartArray();
            foreach (var (variable, reference) in secrets.Select(secret => secret.Key).Zip(references))
            {
                var secret = SecretReference.Parse(reference);
                json.WriteStartObject();
                json.WriteString("objectName", secret.Arn);
                json.WriteString("objectType", "secretsmanager");
                if (secret.Key is null)
                {
                    json.WriteString("objectAlias", variable);
                }
                else
                {
                    // The whole secret is a file too, under a name of its own; only the key's file is told to the program.
                    json.WriteString("objectAlias", $"{variable}.json");
                    json.WriteStartArray("jmesPath");
                    json.WriteStartObject();
                    json.WriteString("path", secret.Key);
                    json.WriteString("objectAlias", variable);
                    json.WriteEndObject();
                    json.WriteEndArray();
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }));
    }
}
