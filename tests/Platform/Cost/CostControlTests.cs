using System.Text.Json;
using Platform.Components.Baseline;
using Platform.Components.Cost;
using Platform.Tests.Identity;

namespace Platform.Tests.Cost;

public class CostControlTests
{
    [Fact]
    public async Task Registers_exactly_what_the_golden_file_says() => Golden.Check("cost", Golden.Full(await Run()));

    [Fact]
    public async Task Warns_at_half_most_and_all_of_the_budget_and_when_the_month_will_end_above_it()
    {
        var budget = (await Run()).Only("Budget");

        Assert.Equal(("COST", "MONTHLY", "250", "USD"), (budget["budgetType"], budget["timeUnit"], budget["limitAmount"], budget["limitUnit"]));
        Assert.Equal(
            [("ACTUAL", 50.0), ("ACTUAL", 80.0), ("ACTUAL", 100.0), ("FORECASTED", 100.0)],
            Enumerable.Range(0, 4).Select(i => ((string)budget[$"notifications.{i}.notificationType"]!, (double)budget[$"notifications.{i}.threshold"]!)));
        Assert.Equal(("TagKeyValue", "user:environment$dev"), (budget["costFilters.0.name"], budget["costFilters.0.values.0"]));
    }

    [Fact]
    public async Task Tells_once_a_day_of_50_dollars_or_a_fifth_more_than_usual_by_service_and_by_environment()
    {
        var plan = await Run();

        var subscription = plan.Only("AnomalySubscription");
        Assert.Equal("DAILY", subscription["frequency"]);
        Assert.Equal(2, ((IEnumerable<object>)subscription["monitorArnLists"]!).Count());
        Assert.Equal(
            [("ANOMALY_TOTAL_IMPACT_ABSOLUTE", "50"), ("ANOMALY_TOTAL_IMPACT_PERCENTAGE", "20")],
            Enumerable.Range(0, 2).Select(i => (
                (string)subscription[$"thresholdExpression.ors.{i}.dimension.key"]!, (string)subscription[$"thresholdExpression.ors.{i}.dimension.values.0"]!)));
        Assert.Equal("SERVICE", plan.Named("AnomalyMonitor", "cost-services")["monitorDimension"]);
        var specification = JsonElement.Parse((string)plan.Named("AnomalyMonitor", "cost-environment")["monitorSpecification"]!);
        Assert.Equal("dev", specification.GetProperty("Tags").GetProperty("Values")[0].GetString());
    }

    [Fact]
    public async Task Splits_the_bill_by_tags_that_every_resource_of_an_environment_carries()
    {
        var plan = await Run();

        Assert.Equal(CostControl.AllocationTags, plan.Of("CostAllocationTag").Select(tag => (string)tag["tagKey"]!));
        Assert.Subset(
            new Platform.Stacks.Settings.OwnershipSettings("o", "c", default).TagsOf("dev").Keys.ToHashSet(), CostControl.AllocationTags.ToHashSet());
    }

    [Fact]
    public async Task Writes_every_line_of_the_bill_to_a_bucket_that_only_the_service_adds_to()
    {
        var plan = await Run();

        Assert.Equal("PARQUET", plan.Only("Export")["export.destinationConfigurations.0.s3Destinations.0.s3OutputConfigurations.0.format"]);
        Assert.Contains("bcm-data-exports:us-east-1:111122223333:export/*", (string)plan.Only("BucketPolicy")["policy"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_to_others_what_an_account_has_once()
    {
        var other = AccountPiece.Adopt("stack prod");
        var plan = await Run(other);

        Assert.Empty(plan.Of("CostAllocationTag").Concat(plan.Of("Export")));
        Assert.Equal("CUSTOM", plan.Only("AnomalyMonitor")["monitorType"]);
    }

    [Fact]
    public async Task Deletes_forgotten_snapshots_of_its_environment_only()
    {
        var plan = await Run();

        var policy = (string)plan.Named("RolePolicy", "cost-cleanup")["policy"]!;
        Assert.Equal(2, policy.Split("\"aws:ResourceTag/environment\":\"dev\"").Length - 1);
        Assert.Equal(("14", "dev"), (plan.Only("Function")["environment.variables.KEEP_DAYS"], plan.Only("Function")["environment.variables.ENVIRONMENT"]));
        Assert.Equal("cron(0 7 ? * MON *)", plan.Only("Schedule")["scheduleExpression"]);
        Assert.Empty(IamActions.Unknown(plan));
        Assert.Empty(IamActions.Boundless(plan));
    }

    [Fact]
    public async Task Tells_all_that_is_wrong_at_once()
    {
        var message = await Sandbox.Refusal(() => new CostControl("cost", new()
        {
            Environment = "dev", MonthlyBudgetUsd = 0, Notify = [], KeepSnapshotsDays = 0, LogKeyArn = "arn:key", LogRetentionDays = 14,
        }));

        Assert.Contains("monthlyBudgetUsd is 0, but must be 1 to 1000000.", message, StringComparison.Ordinal);
        Assert.Contains("notify has 0 addresses, but must have 1 to 10", message, StringComparison.Ordinal);
        Assert.Contains("keepSnapshotsDays is 0, but must be 1 to 3650.", message, StringComparison.Ordinal);
    }

    private static Task<Sandbox> Run(AccountPiece? once = null)
    {
        var piece = once ?? AccountPiece.Create;
        return Sandbox.Run(() => new CostControl("cost", new()
        {
            Environment = "dev", MonthlyBudgetUsd = 250, Notify = ["team@example.com"], KeepSnapshotsDays = 14,
            LogKeyArn = "arn:key/logs", LogRetentionDays = 14, AllocationTags = piece, ServiceMonitor = piece, Export = piece,
        }));
    }
}
