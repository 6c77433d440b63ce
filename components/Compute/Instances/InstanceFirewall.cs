using Platform.Components.Network;

namespace Platform.Components.Compute.Instances;

/// <summary>Who talks to a machine: the load balancer to its port, and itself to services over TLS.</summary>
internal static class InstanceFirewall
{
    public static Firewall Register(string name, AutoScalingServiceArgs args, CustomResourceOptions child)
    {
        var firewall = new Firewall(name, args.Network.VpcId, "Application machines", child);
        firewall.Admit("balancer", args.Target.Port, Peer.Group(args.Target.SecurityGroupId), "Requests from the load balancer");
        firewall.PermitHttps(args.Network, "AWS APIs, package and image registries, partners");
        Firewall.Permit(
            $"{name}-balancer-out", args.Target.SecurityGroupId, args.Target.Port, Peer.Group(firewall.Id), "Requests to the application", child);
        return firewall;
    }
}
