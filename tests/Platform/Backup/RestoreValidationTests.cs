using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Platform.Components.Backup;
using Platform.Components.Observability.Signals;
using Platform.Tests.Data.Functions;
using Platform.Tests.Data.Servers;

namespace Platform.Tests.Backup;

/// <summary>Who looks into restored backups, by what right, and who hears when nobody did.</summary>
public partial class RestoreValidationTests
{
    [PythonFact]
    public async Task The_function_finds_what_is_as_its_source_good_and_everything_else_not()
    {
        var tests = Path.Combine(Repository.Root, "tests", "Platform", "Backup", "restore_validation_test.py");
        var function = Path.Combine(Repository.Root, "components", "Backup", "restore_validation.py");

        var told = await Tool.Run("/usr/bin/env", $"FUNCTION={function}", "PYTHONDONTWRITEBYTECODE=1", "/bin/sh", "-c", $"exec {PythonFactAttribute.Program} '{tests}' 2>&1");

        Assert.EndsWith("OK", told.TrimEnd(), StringComparison.Ordinal);
        Assert.True(int.Parse(Count.Match(told).Groups[1].Value, CultureInfo.InvariantCulture) >= 15, told);
    }

    [Fact]
    public async Task Starts_when_a_restore_of_its_own_plan_is_complete()
    {
        var plan = await Run();

        var pattern = JsonElement.Parse((string)plan.Only("EventRule")["eventPattern"]!);
        Assert.Equal("Restore Job State Change", pattern.GetProperty("detail-type")[0].GetString());
        Assert.Equal("COMPLETED", pattern.GetProperty("detail").GetProperty("status")[0].GetString());
        Assert.Equal("arn:RestoreTestingPlan:backups", pattern.GetProperty("detail").GetProperty("restoreTestingPlanArn")[0].GetString());
        var permission = plan.Only("Permission");
        Assert.Equal(("events.amazonaws.com", "arn:EventRule:backups-validation"), (permission["principal"], permission["sourceArn"]));
        Assert.Equal("cron(0 6 * * ? *)", plan.Only("Schedule")["scheduleExpression"]);
    }

    [Fact]
    public async Task May_answer_measure_and_look_and_change_nothing()
    {
        var policy = (string)(await Run()).Named("RolePolicy", "backups-validation")["policy"]!;

        Assert.Equal(
            [
                "backup:DescribeRestoreJob", "backup:GetRestoreTestingPlan", "backup:ListRestoreJobs", "backup:PutRestoreValidationResult", "cloudwatch:PutMetricData",
                "logs:CreateLogStream", "logs:PutLogEvents", "rds:DescribeDBClusters", "rds:DescribeDBInstances", "s3:GetBucketVersioning", "s3:GetObject", "s3:ListBucket",
            ],
            Action.Matches(policy).Select(match => match.Value).Where(action => !action.StartsWith("aws:", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("\"cloudwatch:namespace\":\"Platform/Restore\"", policy, StringComparison.Ordinal);
        Assert.Contains("arn:aws:s3:::awsbackup-restore-test-*/*", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_under_our_key() => Assert.Equal("arn:key/logs", (await Run()).Only("LogGroup")["kmsKeyId"]);

    [Fact]
    public async Task Somebody_hears_of_a_bad_restore_of_none_at_all_and_of_one_that_takes_too_long()
    {
        IReadOnlyList<Signal> signals = [];
        await Sandbox.Run(() => signals = Schedule().Signals);

        var (unfit, unproven, slow) = (signals[2], signals[3], signals[4]);
        Assert.Equal(("ValidationsFailed", 0.0, Severity.High), (((Metric)unfit.Measure).Name, unfit.Limit.Value, unfit.Severity));
        Assert.Equal(("DaysSinceProven", 8.0, MissingData.Bad), (((Metric)unproven.Measure).Name, unproven.Limit.Value, unproven.Evaluation.Missing));
        Assert.Equal(("RestoreMinutes", 120.0), (((Metric)slow.Measure).Name, slow.Limit.Value));
    }

    [Fact]
    public async Task Is_not_there_without_restore_tests()
    {
        var plan = await Sandbox.Run(() => Schedule(tests: false));

        Assert.Empty(plan.Of("Function"));
        Assert.Empty(plan.Of("RestoreTestingPlan"));
    }

    private static Task<Sandbox> Run() => Sandbox.Run(() => Schedule());

    private static BackupSchedule Schedule(bool? tests = null) => new("backups", new()
    {
        Vault = new BackupVault("backups", new() { KeyArn = "arn:key" }),
        DatabaseArns = new Dictionary<string, Input<string>> { ["database"] = "arn:database" },
        BucketArns = new Dictionary<string, Input<string>> { ["uploads"] = "arn:bucket" },
        LogKeyArn = "arn:key/logs",
        LogRetentionDays = 365,
        RestoreTests = tests,
    });

    [GeneratedRegex("Ran ([0-9]+) tests")]
    private static partial Regex Count { get; }

    [GeneratedRegex("(?<=\")[a-z0-9]+:[A-Z][A-Za-z]+(?=\")")]
    private static partial Regex Action { get; }
}
