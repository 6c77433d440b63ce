using Platform.Components.Entry;
using Platform.Components.Network;

namespace Platform.Tests;

/// <summary>Surroundings for a component under test: a network that somebody else made, a load balancer that is already there.</summary>
internal static class Given
{
    public const string Image = "registry.example/shop@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    public static INetwork Network => new ForeignNetwork();

    public static LoadBalancerTarget Target => new(
        Output.Create("arn:target"), Output.Create("sg-entry"), Output.Create("app/entry/1/targetgroup/entry/1"), 8080,
        TargetKind.Address, Output.Create("arn:listener"), "/healthz");

    public static LoadBalancerTarget InstanceTarget => Target with { Kind = TargetKind.Instance };

    private sealed class ForeignNetwork : INetwork
    {
        public Output<string> VpcId => Output.Create("vpc-foreign");

        public Output<string> Cidr => Output.Create("10.99.0.0/16");

        public IReadOnlyList<string> Zones => ["eu-west-1a", "eu-west-1b"];

        public Output<string> SubnetId(SubnetTier tier, string zone) => Output.Create($"{tier.ToString().ToLowerInvariant()}-{zone[^1]}");
    }
}
