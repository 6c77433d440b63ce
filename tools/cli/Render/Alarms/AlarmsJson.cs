using System.Text.Encodings.Web;
using System.Text.Json;
using Platform.Cli.Commands.Alarms;
using Platform.Insights.Alarms;
using Platform.Insights.Alarms.Evaluation;

namespace Platform.Cli.Render.Alarms;

/// <summary>Answers about alarms for programs.</summary>
internal static class AlarmsJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(ReplayResult result, IEnumerable<string> faults) => Text(new
    {
        schemaVersion = 1,
        scenario = result.Scenario.Name,
        result.Scenario.Minutes,
        changes = result.Changes.Select(change => new { change.Minute, alarm = change.Alarm.Name, state = change.State.ToString(), change.Figure }),
        messages = result.Messages.Select(message => new { message.Minute, alarm = message.Alarm.Name, message.Alarm.Severity, message.Alarm.Pages, to = message.Alarm.Tells }),
        silenced = result.Silenced.Select(silence => new { silence.Minute, alarm = silence.Alarm.Name, silence.Because }),
        faults,
    });

    public static string Of(Coverage coverage) => Text(new
    {
        schemaVersion = 1,
        uncovered = coverage.Uncovered.Select(row => row.Resource.Urn),
        resources = coverage.Rows.Select(row => new
        {
            row.Resource.Urn,
            row.Resource.Type,
            row.Through,
            alarms = row.Alarms.Select(alarm => new { alarm.Name, alarm.Severity }),
            alerts = row.Alerts,
        }),
        quiet = coverage.Quiet,
    });

    public static string Of(IEnumerable<BudgetUse> budgets) => Text(new
    {
        schemaVersion = 1,
        objectives = budgets.Select(use => new
        {
            use.Budget.Name,
            use.Budget.Budget,
            use.Budget.Minutes,
            usedPercent = use.Percent,
            rates = use.Budget.Rates.Select(rate => new { rate.Factor, rate.Alarm.Severity, share = rate.Alarm.Threshold, rate.Hours, rate.HoursToNothing, rate.SpentPercent }),
        }),
    });

    private static string Text<T>(T document) => JsonSerializer.Serialize(document, Options) + "\n";
}
