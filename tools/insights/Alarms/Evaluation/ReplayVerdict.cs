using System.Collections.Immutable;

namespace Platform.Insights.Alarms.Evaluation;

/// <summary>What a replay did otherwise than expected.</summary>
public static class ReplayVerdict
{
    /// <summary>Every difference: a message that did not come in its time, came twice, or a page nobody expected. Empty: all as expected.</summary>
    public static ImmutableArray<string> Of(ReplayResult result)
    {
        if (result.Scenario.Expected is not { } expected)
        {
            return [];
        }

        var faults = ImmutableArray.CreateBuilder<string>();
        foreach (var wanted in expected)
        {
            var came = result.Messages.Where(message => Fits(wanted, message)).ToList();
            var inTime = came.Where(message => message.Minute >= wanted.From && message.Minute <= wanted.To).ToList();
            if (inTime.Count == 0)
            {
                faults.Add($"{wanted.Alarm} should tell somebody in minutes {wanted.From} to {wanted.To}, but "
                    + (came.Count == 0 ? "told nobody." : $"did so in minute {string.Join(" and ", came.Select(message => message.Minute))}."));
            }
            else if (came.Count > 1)
            {
                faults.Add($"{wanted.Alarm} should tell somebody once, but did so in minutes {string.Join(" and ", came.Select(message => message.Minute))}.");
            }
        }

        faults.AddRange(result.Pages
            .Where(page => !expected.Any(wanted => Fits(wanted, page)))
            .Select(page => $"{page.Alarm.Name} calls somebody in minute {page.Minute}, which nobody expects."));
        return faults.ToImmutable();
    }

    private static bool Fits(Expectation wanted, Message message) =>
        Change.Fits(wanted.Alarm, message.Alarm.Resource.Name) || Change.Fits(wanted.Alarm, message.Alarm.Name);
}
