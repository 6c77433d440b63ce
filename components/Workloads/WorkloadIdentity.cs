using Platform.Components.Clusters.Access;
using Platform.Components.Compute;
using Platform.Components.Identity;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Iam;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Platform.Components.Workloads;

/// <summary>Who a workload's pods are, to AWS: a role that only they can have, with the rights its connections give and no others.</summary>
internal sealed record WorkloadIdentity(Output<string> RoleArn, Resource[] Ready)
{
    public static WorkloadIdentity Register(string name, KubernetesWorkloadArgs args, CustomResourceOptions aws, CustomResourceOptions child)
    {
        var role = new Role(name, new()
        {
            Description = "The program of a workload",
            AssumeRolePolicy = PodTrust.Policy(args.Cluster.Arn, args.Namespace, name),
        }, aws);

        var ready = new List<Resource>();
        var secrets = args.Uses
            .SelectMany(use => use.Secrets.OrderBy(secret => secret.Key, StringComparer.Ordinal).Select(secret => secret.Value).Concat(use.LiveSecretArns))
            .ToList();
        Statement[] rights = [.. secrets.Count > 0 ? Read(secrets, args.Uses) : [], .. Connection.RightsOf(args.Uses)];
        if (rights.Length > 0)
        {
            ready.Add(new RolePolicy(name, new() { Role = role.Name, Policy = PolicyText.Of(rights) }, aws));
        }

        ready.Add(new PodIdentityAssociation(name, new()
        {
            ClusterName = args.Cluster.ClusterName,
            Namespace = args.Namespace,
            ServiceAccount = name,
            RoleArn = role.Arn,
        }, aws));

        ready.Add(new ServiceAccount(name, new ServiceAccountArgs
        {
            Metadata = new ObjectMetaArgs { Name = name, Namespace = args.Namespace },
            AutomountServiceAccountToken = false,        // the pods have no business with the Kubernetes API
        }, child));
        return new(role.Arn, [.. ready]);
    }

    private static Statement[] Read(List<Input<string>> secrets, IReadOnlyList<Connection> uses) =>
    [
        new("ReadSecrets", "secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret")
        {
            Resources = [.. secrets.Select(secret => (Input<string>)secret.Apply(text => SecretReference.Parse(text).Arn))],
        },
        new("DecryptSecrets", "kms:Decrypt") { Resources = [.. uses.Where(use => use.HasSecrets).Select(use => use.SecretKeyArn)] },
    ];
}
