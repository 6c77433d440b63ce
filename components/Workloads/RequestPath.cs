using System.Collections.Immutable;
using Platform.Components.Clusters.Nodes;
using Platform.Components.Network;
using Platform.Components.Workloads.Pods;
using Pulumi.Aws.Vpc;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Platform.Components.Workloads;

/// <summary>
/// How requests reach pods: both firewalls, the network policy, the service, and the binding of its pods to the load balancer's
/// group. A binding and not an Ingress: an Ingress would make a load balancer outside of the state, after the CDN that needs it.
/// </summary>
internal static class RequestPath
{
    /// <summary>Registers it; what must exist before the pods, so that they count as ready only once the load balancer finds them healthy.</summary>
    public static Resource Register(string name, KubernetesWorkloadArgs args, CustomResourceOptions aws, CustomResourceOptions child)
    {
        new SecurityGroupIngressRule($"{name}-from-entry", new()
        {
            SecurityGroupId = args.Cluster.SecurityGroupId,
            Description = "Requests from the load balancer",
            IpProtocol = "tcp",
            FromPort = args.Target.Port,
            ToPort = args.Target.Port,
            ReferencedSecurityGroupId = args.Target.SecurityGroupId,
        }, aws);
        Firewall.Permit(
            $"{name}-entry", args.Target.SecurityGroupId, args.Target.Port, Peer.Group(args.Cluster.SecurityGroupId), "Requests to the pods", aws);
        NetworkRules.AdmitRequests(name, args.Namespace, args.Target.Port, args.TargetCidr, child);

        var service = new Service(name, new ServiceArgs
        {
            Metadata = new ObjectMetaArgs { Name = name, Namespace = args.Namespace, Labels = PodLabels.All(name) },
            Spec = new ServiceSpecArgs
            {
                Type = "ClusterIP",
                Selector = PodLabels.Serving(name),
                Ports = new ServicePortArgs { Name = "http", Port = 80, TargetPort = "http", Protocol = "TCP" },
            },
        }, child);

        // Without `networking` the controller leaves firewalls alone; the rules above are all there is.
        return new CustomObject(name, new(args.Cluster.TargetBindingApi, "TargetGroupBinding")
        {
            Metadata = new ObjectMetaArgs { Name = name, Namespace = args.Namespace },
            Spec = new InputMap<object>
            {
                ["serviceRef"] = ImmutableDictionary<string, object>.Empty.Add("name", name).Add("port", 80),
                ["targetGroupARN"] = args.Target.GroupArn.Apply(arn => (object)arn),
                ["targetType"] = "ip",
            },
        }, CustomResourceOptions.Merge(child, new() { DependsOn = service }));
    }
}
