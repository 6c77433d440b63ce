using Platform.Components.Identity;
using Pulumi.Aws.Ec2;

namespace Platform.Components.Network.Gateways;

/// <summary>Ways to services of AWS that do not lead through the internet: two that cost nothing always, others on request.</summary>
internal static class ServiceEndpoints
{
    public static void Register(
        string name, Vpc vpc, SubnetGrid subnets, IReadOnlyList<string> services, CallerAccount account, CustomResourceOptions child)
    {
        foreach (var service in new[] { "s3", "dynamodb" })
        {
            new VpcEndpoint($"{name}-{service}", new()
            {
                VpcId = vpc.Id,
                ServiceName = Output.Format($"com.amazonaws.{account.Region}.{service}"),
                VpcEndpointType = "Gateway",
                RouteTableIds = [.. subnets.PrivateTables.Select(table => (Input<string>)table.Id)],     // the isolated tier talks to the network only
                Tags = { ["Name"] = $"{name}-{service}" },
            }, child);
        }

        if (services.Count == 0)
        {
            return;
        }

        var firewall = new Firewall($"{name}-endpoints", vpc.Id, "Endpoints of AWS services", child);
        firewall.Admit("network", 443, Peer.Block(vpc.CidrBlock), "Calls of AWS services from within the network");
        foreach (var service in services)
        {
            var endpoint = $"{name}-{service.Replace('.', '-')}";
            new VpcEndpoint(endpoint, new()
            {
                VpcId = vpc.Id,
                ServiceName = Output.Format($"com.amazonaws.{account.Region}.{service}"),
                VpcEndpointType = "Interface",
                PrivateDnsEnabled = true,
                SubnetIds = [.. subnets.IdsOf(SubnetTier.Private).Select(id => (Input<string>)id)],
                SecurityGroupIds = firewall.Id,
                Tags = { ["Name"] = endpoint },
            }, child);
        }
    }
}
