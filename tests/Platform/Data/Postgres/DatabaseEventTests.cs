using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Observability;
using Platform.Components.Observability.Signals;
using Platform.Tests.Identity;
using static Platform.Tests.Data.Postgres.GivenDatabase;

namespace Platform.Tests.Data.Postgres;

/// <summary>What RDS tells by itself reaches the people who answer for it.</summary>
public class DatabaseEventTests
{
    [Theory]
    [InlineData("failure", "high"), InlineData("low-storage", "high"), InlineData("failover", "medium"), InlineData("maintenance", "low"), InlineData("notification", "low")]
    public async Task Each_kind_of_event_goes_to_the_topic_of_its_severity(string kind, string severity)
    {
        var plan = await Watched(MonitoringLevel.Full);

        var target = plan.Named("EventTarget", $"database-{kind}");
        Assert.Equal(($"arn:Topic:watch-{severity}", "arn:Role:watch-events"), (target["arn"], target["roleArn"]));
        Assert.Contains("\"<who>: <what> (<when>)\"", (string)target["inputTransformer.inputTemplate"]!, StringComparison.Ordinal);
        Assert.Contains("Runbook: docs/runbooks/database-event.md", (string)target["inputTransformer.inputTemplate"]!, StringComparison.Ordinal);
        Assert.Equal(
            """{"source":["aws.rds"],"detail-type":["RDS DB Instance Event","RDS DB Cluster Event"],"detail":{"SourceIdentifier":["platform-dev-database","platform-dev-database-reader-1"],"EventCategories":["KIND"]}}"""
                .Replace("KIND", kind.Replace('-', ' '), StringComparison.Ordinal),
            plan.Named("EventRule", $"database-{kind}")["eventPattern"]);
    }

    [Fact]
    public async Task A_small_environment_hears_of_what_breaks_it_in_working_hours()
    {
        var plan = await Watched(MonitoringLevel.Basic);

        Assert.Equal(["database-failure", "database-low-storage"], plan.Of("EventRule").Select(rule => rule.Name).Order(StringComparer.Ordinal));
        Assert.All(plan.Of("EventTarget"), target => Assert.Equal("arn:Topic:watch-medium", target["arn"]));
    }

    [Fact]
    public async Task Events_are_sent_by_a_role_that_may_write_to_these_topics_only()
    {
        var plan = await Watched(MonitoringLevel.Full);

        var rights = string.Concat(IamActions.Statements(plan).Where(entry => entry.Resource == "watch-events").Select(entry => entry.Statement.GetRawText()));
        Assert.Contains("\"Action\":[\"sns:Publish\"],\"Resource\":[\"arn:Topic:watch-high\",\"arn:Topic:watch-medium\",\"arn:Topic:watch-low\"]", rights, StringComparison.Ordinal);
        Assert.Contains("\"Action\":[\"kms:Decrypt\",\"kms:GenerateDataKey\"],\"Resource\":[\"arn:Key:watch-topics\"]", rights, StringComparison.Ordinal);
        Assert.DoesNotContain(plan.Of("TopicPolicy"), policy => ((string)policy["policy"]!).Contains("events.amazonaws.com", StringComparison.Ordinal));
    }

    private static Task<Sandbox> Watched(MonitoringLevel level) => Sandbox.Run(() => new Monitoring("watch", new()
    {
        Watches = [Database(credentials: CredentialMode.SelfManaged, readers: 1)],
        Region = "eu-west-1",
        Level = level,
        Owner = "shop-team",
    }));
}
