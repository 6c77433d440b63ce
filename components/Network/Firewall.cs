using Pulumi.Aws.Ec2;
using Pulumi.Aws.Vpc;

namespace Platform.Components.Network;

/// <summary>
/// A security group whose rules are resources of their own: one can be added or dropped without the others noticing. Descriptions
/// never change once in use, since AWS replaces the group, or refuses to, when they do.
/// </summary>
internal sealed class Firewall
{
    private readonly string _name;
    private readonly CustomResourceOptions _child;

    public Firewall(string name, Output<string> vpcId, string description, CustomResourceOptions child)
    {
        (_name, _child) = (name, child);
        Id = new SecurityGroup(name, new() { VpcId = vpcId, Description = description, Tags = { ["Name"] = name } }, child).Id;
    }

    public Output<string> Id { get; }

    /// <summary>Lets TCP in on one port; <paramref name="key"/> tells this rule from the group's others.</summary>
    public void Admit(string key, int port, Peer from, string description) => new SecurityGroupIngressRule($"{_name}-from-{key}", new()
    {
        SecurityGroupId = Id,
        Description = description,
        IpProtocol = "tcp",
        FromPort = port,
        ToPort = port,
        CidrIpv4 = from.Cidr,
        CidrIpv6 = from.CidrIpv6,
        PrefixListId = from.PrefixListId,
        ReferencedSecurityGroupId = from.SecurityGroupId,
    }, _child);

    /// <summary>Lets everything in; only a router needs it.</summary>
    public void AdmitAll(string key, Peer from, string description) => new SecurityGroupIngressRule($"{_name}-from-{key}", new()
    {
        SecurityGroupId = Id, Description = description, IpProtocol = "-1", CidrIpv4 = from.Cidr,
    }, _child);

    /// <summary>Lets TCP out on one port.</summary>
    public void Permit(string key, int port, Peer to, string description) =>
        Permit($"{_name}-to-{key}", Id, port, to, description, _child);

    /// <summary>Lets TLS out to wherever AWS services and partners are, over each version of IP the network has.</summary>
    public void PermitHttps(INetwork network, string description)
    {
        Permit("https", 443, Peer.Block("0.0.0.0/0"), description);
        if (network.Ipv6Cidr is not null)
        {
            Permit("https-ipv6", 443, Peer.Block6("::/0"), description);
        }
    }

    /// <summary>Lets everything out; only a router needs it.</summary>
    public void PermitAll(string key, Peer to, string description) => new SecurityGroupEgressRule($"{_name}-to-{key}", new()
    {
        SecurityGroupId = Id, Description = description, IpProtocol = "-1", CidrIpv4 = to.Cidr,
    }, _child);

    /// <summary>Lets TCP out of a group that another component made.</summary>
    public static void Permit(string name, Input<string> group, int port, Peer to, string description, CustomResourceOptions child) =>
        new SecurityGroupEgressRule(name, new()
        {
            SecurityGroupId = group,
            Description = description,
            IpProtocol = "tcp",
            FromPort = port,
            ToPort = port,
            CidrIpv4 = to.Cidr,
            CidrIpv6 = to.CidrIpv6,
            PrefixListId = to.PrefixListId,
            ReferencedSecurityGroupId = to.SecurityGroupId,
        }, child);
}

/// <summary>The other end of a connection.</summary>
internal sealed record Peer
{
    public Input<string>? Cidr { get; private init; }

    public Input<string>? CidrIpv6 { get; private init; }

    public Input<string>? PrefixListId { get; private init; }

    public Input<string>? SecurityGroupId { get; private init; }

    public static Peer Block(Input<string> cidr) => new() { Cidr = cidr };

    /// <summary>IPv6 addresses; for AWS a rule is of one version.</summary>
    public static Peer Block6(Input<string> cidr) => new() { CidrIpv6 = cidr };

    public static Peer Prefixes(Input<string> listId) => new() { PrefixListId = listId };

    public static Peer Group(Input<string> securityGroupId) => new() { SecurityGroupId = securityGroupId };
}
