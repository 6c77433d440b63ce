using Platform.Components.Edge.Delivery;
using Platform.Components.Storage;

namespace Platform.Tests.Edge.Delivery;

public class EdgeFailoverTests
{
    [Fact]
    public async Task Reads_go_to_the_standby_by_themselves_when_the_application_answers_with_an_error_of_the_server()
    {
        var cdn = (await Run()).Only("Distribution");

        Assert.Equal("application-reads", cdn["defaultCacheBehavior.targetOriginId"]);
        Assert.Equal(("application", "standby"), Members(cdn));
        Assert.Equal(
            (500.0, 502.0, 503.0, 504.0),
            (cdn["originGroups.0.failoverCriteria.statusCodes.0"], cdn["originGroups.0.failoverCriteria.statusCodes.1"],
                cdn["originGroups.0.failoverCriteria.statusCodes.2"], cdn["originGroups.0.failoverCriteria.statusCodes.3"]));
        Assert.Equal((2.0, 5.0), (cdn["origins.0.connectionAttempts"], cdn["origins.0.connectionTimeout"]));
    }

    [Fact]
    public async Task Writes_never_go_to_a_group_which_CloudFront_would_refuse()
    {
        var cdn = (await Run()).Only("Distribution");

        Assert.Equal(("/api/*", "application"), (cdn["orderedCacheBehaviors.1.pathPattern"], cdn["orderedCacheBehaviors.1.targetOriginId"]));
    }

    [Fact]
    public async Task One_switch_moves_writes_and_reads_and_replaces_nothing()
    {
        var before = await Run();
        var after = await Run(serveFromStandby: true);

        Assert.Equal(before.Registered.Select(resource => (resource.Type, resource.Name)), after.Registered.Select(resource => (resource.Type, resource.Name)));
        var cdn = after.Only("Distribution");
        Assert.Equal("standby", cdn["orderedCacheBehaviors.1.targetOriginId"]);
        Assert.Equal(("standby", "application"), Members(cdn));

        // The origins themselves stay where they are: what changes is who is asked.
        Assert.Equal((cdn["origins.0.originId"], cdn["origins.1.originId"]), ("application", "standby"));
    }

    [Fact]
    public async Task Assets_have_a_second_bucket()
    {
        var plan = await Sandbox.Run(() => new ContentDelivery("cdn", new()
        {
            Application = EdgeOrigin.Public("origin.example.com"),
            WebAclArn = "arn:acl",
            LogRetentionDays = 14,
            Assets = new PrivateBucket("assets", new() { CdnOrigin = true }),
            StandbyAssets = new PrivateBucket("assets-standby", new() { CdnOrigin = true }),
        }));

        var cdn = plan.Only("Distribution");
        Assert.Equal("assets-reads", cdn["orderedCacheBehaviors.0.targetOriginId"]);
        Assert.Equal(("assets", "assets-standby"), Members(cdn));
    }

    private static (object?, object?) Members(Registration cdn) =>
        (cdn["originGroups.0.members.0.originId"], cdn["originGroups.0.members.1.originId"]);

    private static Task<Sandbox> Run(bool? serveFromStandby = null) => Sandbox.Run(() => new ContentDelivery("cdn", new()
    {
        Application = EdgeOrigin.LoadBalancer("arn:lb", "origin.example.com"),
        Standby = EdgeOrigin.LoadBalancer("arn:lb-standby", "origin-standby.example.com"),
        ServeFromStandby = serveFromStandby,
        WebAclArn = "arn:acl",
        LogRetentionDays = 90,
    }));
}
