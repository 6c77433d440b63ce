namespace Platform.Tests.Stacks;

public class DevStackTests
{
    [Fact]
    public async Task Runs_on_spot_capacity_and_is_gone_with_one_command()
    {
        var plan = await RealStack.Run("dev");

        Assert.Equal("FARGATE_SPOT", plan.Only("Service")["capacityProviderStrategies.0.capacityProvider"]);
        Assert.Equal(false, plan.Only("LoadBalancer")["enableDeletionProtection"]);
        Assert.Equal(true, plan.Named("Bucket", "entry-logs")["forceDestroy"]);
        Assert.Equal(true, plan.Only("Repository")["forceDelete"]);
        Assert.Equal(false, plan.Named("Instance", "database")["deletionProtection"]);
        Assert.All(plan.Of("Key"), key => Assert.Equal(7.0, key["deletionWindowInDays"]));
    }

    [Fact]
    public async Task Is_reached_from_the_office_without_a_CDN_behind_a_firewall_that_counts()
    {
        var plan = await RealStack.Run("dev");

        Assert.Empty(plan.Of("Distribution"));
        Assert.Equal("203.0.113.0/24", plan.Named("SecurityGroupIngressRule", "entry-from-203-0-113-0-24-443")["cidrIpv4"]);
        Assert.Equal("REGIONAL", plan.Only("WebAcl")["scope"]);
        Assert.Equal("LoadBalancer:entry", plan.Only("WebAclAssociation")["resourceArn"]!.ToString()!["arn:".Length..]);
        Assert.DoesNotContain("\"Block\"", (string)plan.Only("WebAcl")["ruleJson"]!, StringComparison.Ordinal);
    }
}
