using Pulumi.Aws.Ec2;

namespace Platform.Components.Network;

/// <summary>
/// Takes over what AWS gives every VPC unasked, and empties it: whatever somebody forgets to place in a group, a table or a tier of
/// ours lands in one that lets nothing through.
/// </summary>
internal static class VacatedDefaults
{
    public static void Register(string name, Vpc vpc, CustomResourceOptions child)
    {
        new DefaultSecurityGroup($"{name}-default", new()
        {
            VpcId = vpc.Id,
            Ingress = [],
            Egress = [],
            Tags = { ["Name"] = $"{name}-default-unused" },
        }, child);

        new DefaultRouteTable($"{name}-default", new()
        {
            DefaultRouteTableId = vpc.DefaultRouteTableId,
            Routes = [],
            Tags = { ["Name"] = $"{name}-default-unused" },
        }, child);

        new DefaultNetworkAcl($"{name}-default", new()
        {
            DefaultNetworkAclId = vpc.DefaultNetworkAclId,
            Ingress = [],
            Egress = [],
            Tags = { ["Name"] = $"{name}-default-unused" },
        }, child);
    }
}
