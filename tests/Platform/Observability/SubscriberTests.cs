using Platform.Components.Observability;
using Platform.Components.Observability.Signals;
using Platform.Infra;
using Platform.Infra.Settings;
using Platform.Tests.Infra;
using Platform.Tests.Stacks;

namespace Platform.Tests.Observability;

public class SubscriberTests
{
    private const string Pager = "https://pager.example.com/sns/platform-prod";

    [Fact]
    public async Task Somebody_hears_of_every_severity_of_prod_in_every_region_that_has_topics()
    {
        var plan = await RealStack.Run("prod");

        var subscriptions = plan.Of("TopicSubscription").ToList();
        Assert.Equal(
            plan.Of("Topic").Select(topic => $"arn:Topic:{topic.Name}").Order(StringComparer.Ordinal),
            subscriptions.Select(each => (string)each["topic"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(subscriptions, each => each.Name.StartsWith("second-monitoring-critical-", StringComparison.Ordinal));
        var there = subscriptions.Where(each => each.Name.StartsWith("monitoring-us-east-1-critical-", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, there.Count);
        Assert.All(there, each => Assert.Equal("us-east-1", each["region"]));
        Assert.Equal(
            [("email", "on-call@example.com"), ("https", Pager)],
            subscriptions.Where(each => (string)each["topic"]! == "arn:Topic:monitoring-critical").Select(each => ((string)each["protocol"]!, (string)each["endpoint"]!)).Order());
    }

    [Fact]
    public async Task A_name_depends_on_its_endpoint_alone_and_tells_neither_person_nor_path()
    {
        var alone = await Run([Pager]);
        var first = alone.Only("TopicSubscription").Name;
        var last = await Run(["b@example.com", "a@example.com", Pager]);

        Assert.Contains(first, last.Of("TopicSubscription").Select(each => each.Name));
        Assert.Equal(3, last.Of("TopicSubscription").Select(each => each.Name).Distinct().Count());
        Assert.Matches("^monitoring-critical-pager-example-com-[0-9a-f]{8}$", first);
    }

    [Theory]
    [InlineData("on-call@example.com", "email"), InlineData("shop+night@mail.example.com", "email")]
    [InlineData("https://pager.example.com/a/B?", null), InlineData("https://pager.example.com:8443/a", "https")]
    [InlineData("http://pager.example.com/", null), InlineData("https://user:word@pager.example.com/", null)]
    [InlineData("https://pager.example.com/?key=1", null), InlineData("https://pager.example.com/#a", null)]
    [InlineData("https://Pager.example.com/", null), InlineData("https://pager/", null), InlineData("https://10.0.0.1/", null)]
    [InlineData("https://pager.example.com/a b", null), InlineData("HTTPS://pager.example.com/", null)]
    [InlineData("on-call", null), InlineData("@example.com", null), InlineData("a@b@example.com", null), InlineData("a b@example.com", null)]
    [InlineData("on-call@example", null), InlineData(".a@example.com", null), InlineData("a@example.com\n", null), InlineData("", null)]
    public void Knows_a_mail_address_and_an_endpoint_that_carries_no_key(string endpoint, string? protocol) =>
        Assert.Equal(protocol, Subscriber.Parse(endpoint)?.Protocol);

    [Fact]
    public void Tells_all_that_is_wrong_at_once()
    {
        var message = Refusal("prod", """
            {"subscribers":{"critical":["pager"],"high":["a@example.com","A@example.com"],"urgent":["a@example.com"],"low":["http://pager.example.com/"]}}
            """);

        Assert.Equal(
            [
                $"Pulumi.prod.yaml, platform:monitoring.subscribers.critical is 'pager', but is not of the right form; set {Subscriber.Form}",
                "Pulumi.prod.yaml, platform:monitoring.subscribers.high has 'a@example.com' more than once; name each once",
                $"Pulumi.prod.yaml, platform:monitoring.subscribers.low is 'http://pager.example.com/', but is not of the right form; set {Subscriber.Form}",
                "Pulumi.prod.yaml, platform:monitoring.subscribers.urgent is not a setting; known here: critical, high, low, medium",
            ],
            message.Split('\n'));
    }

    [Theory]
    [InlineData(null, "subscribers is missing, so that nobody would hear of a critical alarm; set critical: ")]
    [InlineData("{}", "subscribers is missing, so that nobody would hear of a critical alarm; set critical: ")]
    [InlineData("""{"subscribers":{"high":["a@example.com"]}}""", "subscribers.critical is missing; set ")]
    [InlineData("""{"subscribers":{"critical":[]}}""", "subscribers.critical is a list, but is empty; set ")]
    public void Prod_has_somebody_to_call(string? block, string message) =>
        Assert.Equal($"Pulumi.prod.yaml, platform:monitoring.{message}{Subscriber.Form}", Refusal("prod", block));

    [Fact]
    public void Staging_does_without() => Assert.Empty(
        SettingsReader.Clustered(With("staging", null)).Platform.Monitoring.Subscribers);

    [Fact]
    public void Dev_has_nothing_that_calls_anybody() => Assert.Equal(
        "Pulumi.dev.yaml, platform:monitoring.subscribers.critical is not a setting; known here: low, medium",
        Assert.Throws<RunException>(() => SettingsReader.Dev(With("dev", """{"subscribers":{"critical":["a@example.com"]}}"""))).Message);

    [Fact]
    public async Task Refuses_a_severity_it_has_no_topic_for_and_the_same_one_twice()
    {
        var message = await Sandbox.Refusal(() => Make(MonitoringLevel.Basic, ["a@example.com", "a@example.com"]));

        Assert.Contains("subscribers has some for critical, but monitoring of level Basic has medium, low; subscribe to one of those.", message, StringComparison.Ordinal);
        Assert.Contains("subscribers has 'a@example.com' for critical more than once; name each once.", message, StringComparison.Ordinal);
    }

    private static Task<Sandbox> Run(string[] endpoints) => Sandbox.Run(() => Make(MonitoringLevel.Full, endpoints));

    private static void Make(MonitoringLevel level, string[] endpoints) => new Monitoring("monitoring", new()
    {
        Watches = [],
        Region = "eu-west-1",
        Level = level,
        Owner = "shop-team",
        Subscribers = new Dictionary<Severity, IReadOnlyList<Subscriber>> { [Severity.Critical] = [.. endpoints.Select(each => Subscriber.Parse(each)!)] },
    });

    private static string Refusal(string stack, string? block) =>
        Assert.Throws<RunException>(() => SettingsReader.Prod(With(stack, block))).Message;

    private static EngineCall With(string stack, string? block)
    {
        var call = StackFile.Read(stack);
        var config = call.Config.Where(pair => pair.Key != "platform:monitoring").ToDictionary();
        if (block is not null)
        {
            config["platform:monitoring"] = block;
        }

        return call with { Config = config };
    }
}
