using System.Globalization;
using System.Text.Json;
using Platform.Tests.Stacks;

namespace Platform.Tests.Cost;

/// <summary>Whatever costs money in dev while nobody works is stopped, on spot, or as small as it gets; the plan is held to the reviewed table.</summary>
public class IdleCostTests
{
    private static readonly string[] Ways = ["free", "size", "schedule", "spot", "use"];

    private static readonly Dictionary<string, Row> Table = File
        .ReadLines(Path.Combine(Repository.Root, "tests", "Platform", "Cost", "idle-costs.txt"))
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split(" | "))
        .ToDictionary(cells => cells[0], cells => new Row(cells[1], cells[2], cells[3]));

    [Fact]
    public async Task Every_type_in_dev_is_in_the_table()
    {
        var plan = await RealStack.Run("dev");

        Assert.All(Billable(plan).Select(r => r.Type).Distinct(), type => Assert.True(
            Table.ContainsKey(type), $"Decide in tests/Platform/Cost/idle-costs.txt what {type} costs while nobody works, and what is done about it."));
    }

    [Fact]
    public void Every_row_names_a_way_and_its_reason() => Assert.All(Table, row =>
    {
        Assert.Contains(row.Value.Way, Ways);
        Assert.True(row.Value.Way == "free" || row.Value.Reason.Length > 5, $"{row.Key} has no reason.");
        Assert.True(row.Value.Way is "free" or "use" || row.Value.Holds != "-", $"{row.Key} has nothing to hold the plan to.");
    });

    [Fact]
    public async Task What_has_a_standing_price_is_as_small_or_as_seldom_as_the_table_says()
    {
        var plan = await RealStack.Run("dev");
        var standing = Billable(plan).Where(r => Table[r.Type].Way is "schedule" or "spot" or "size").ToList();

        Assert.True(standing.Count >= 8, $"Only {standing.Count} resources have a standing price.");
        Assert.All(standing, resource =>
        {
            var (key, value) = (Table[resource.Type].Holds.Split('=')[0], Table[resource.Type].Holds.Split('=')[1]);
            if (key == "count")
            {
                var most = int.Parse(value, CultureInfo.InvariantCulture);
                Assert.InRange(plan.Registered.Count(other => other.Type == resource.Type), 1, most);
            }
            else
            {
                Assert.Equal(value, resource[key]);
            }
        });
    }

    [Fact]
    public async Task What_has_a_schedule_is_stopped_every_evening_and_started_before_work()
    {
        var plan = await RealStack.Run("dev");
        var scheduled = Billable(plan).Where(r => Table[r.Type].Way == "schedule").ToList();

        Assert.Equal(["aws:ecs/service:Service", "aws:rds/instance:Instance"], scheduled.Select(r => r.Type));
        Assert.All(scheduled, resource => Assert.Equal(("cron(0 19 ? * * *)", true), (Stop(plan, resource), IsStarted(plan, resource))));
    }

    private static IEnumerable<Registration> Billable(Sandbox plan) =>
        plan.Registered.Where(r => !r.Type.StartsWith("platform:", StringComparison.Ordinal) && !r.Type.StartsWith("pulumi:", StringComparison.Ordinal));

    /// <summary>When a resource is stopped, as it stands in the plan.</summary>
    private static string? Stop(Sandbox plan, Registration resource) => resource.Type.Contains("rds", StringComparison.Ordinal)
        ? (string?)Calls(plan, resource, "stopDBInstance").Single()["scheduleExpression"]
        : (string?)Moves(plan, resource).Single(move => move["scalableTargetAction.maxCapacity"] is 0.0)["schedule"];

    private static bool IsStarted(Sandbox plan, Registration resource) => resource.Type.Contains("rds", StringComparison.Ordinal)
        ? Calls(plan, resource, "startDBInstance").Any()
        : Moves(plan, resource).Any(move => move["scalableTargetAction.minCapacity"] is > 0.0);

    private static IEnumerable<Registration> Calls(Sandbox plan, Registration instance, string action) => plan.Of("Schedule").Where(call =>
        ((string)call["target.arn"]!).EndsWith(":" + action, StringComparison.Ordinal)
        && JsonElement.Parse((string)call["target.input"]!).GetProperty("DbInstanceIdentifier").GetString() == (string)instance["identifier"]!);

    private static IEnumerable<Registration> Moves(Sandbox plan, Registration service) => plan.Of("ScheduledAction").Where(move =>
        ((string)move["resourceId"]!).EndsWith("/" + (string)service["name"]!, StringComparison.Ordinal));

    private sealed record Row(string Way, string Holds, string Reason);
}
