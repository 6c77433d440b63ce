using Platform.Tests.Stacks;

namespace Platform.Tests.Observability;

public class LogSignalTests
{
    [Fact]
    public async Task The_fifteen_events_of_the_benchmark_are_counted_in_the_trail_and_told()
    {
        var plan = await RealStack.Run("prod");

        var filters = plan.Of("LogMetricFilter").Where(filter => filter.Name.StartsWith("baseline-", StringComparison.Ordinal)).ToList();
        Assert.Equal(15, filters.Count);
        Assert.All(filters, filter =>
        {
            Assert.Contains("baseline-trail", (string)filter["logGroupName"]!, StringComparison.Ordinal);
            Assert.Equal("security", plan.Named("MetricAlarm", filter.Name)["tags.layer"]);
        });
    }

    // Other services have calls of these names: a route of API Gateway, a policy of IoT.
    [Theory]
    [InlineData("iam-changed", "iam", "CreatePolicy")]
    [InlineData("key-disabled", "kms", "DisableKey")]
    [InlineData("bucket-opened", "s3", "PutBucketPolicy")]
    [InlineData("recorder-stopped", "config", "StopConfigurationRecorder")]
    [InlineData("routes-changed", "ec2", "CreateRoute")]
    [InlineData("organization-changed", "organizations", "UpdatePolicy")]
    public async Task Calls_are_counted_of_the_service_that_is_meant(string filter, string service, string call)
    {
        var pattern = (string)(await RealStack.Run("prod")).Named("LogMetricFilter", $"baseline-{filter}")["pattern"]!;

        Assert.StartsWith($"{{ ($.eventSource = {service}.amazonaws.com) && (($.eventName = ", pattern, StringComparison.Ordinal);
        Assert.Contains($"($.eventName = {call})", pattern, StringComparison.Ordinal);
        Assert.EndsWith(")) }", pattern, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_root_user_calls_somebody_at_once()
    {
        var plan = await RealStack.Run("prod");

        Assert.Equal("critical", plan.Named("MetricAlarm", "baseline-root-used")["tags.severity"]);
        Assert.Contains("baseline-root-used", (string)plan.Named("CompositeAlarm", "monitoring-baseline-security-critical")["alarmRule"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runbooks_name_only_questions_that_are_kept()
    {
        var kept = (await RealStack.Run("prod")).Of("QueryDefinition").Select(query => ((string)query["name"]!).Split('/')[^1]).ToHashSet();
        var asked = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "runbooks"))
            .SelectMany(File.ReadLines)
            .Where(line => line.Contains("aved quer", StringComparison.Ordinal))
            .SelectMany(line => System.Text.RegularExpressions.Regex.Matches(line[line.IndexOf("aved quer", StringComparison.Ordinal)..], "(?<=quer(y|ies) `)[a-z-]+(?=`)|(?<= and `)[a-z-]+(?=` of)").Select(match => match.Value))
            .ToHashSet();

        Assert.NotEmpty(asked);
        Assert.Empty(asked.Except(kept));
    }
}
