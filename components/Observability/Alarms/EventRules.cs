using Platform.Components.Identity;
using Platform.Components.Naming;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;

namespace Platform.Components.Observability.Alarms;

/// <summary>
/// Hands what services of AWS tell by themselves to the topic of its severity. It is sent with a role of ours: a topic that let EventBridge
/// in as such would let in the rules of every other account.
/// </summary>
internal static class EventRules
{
    /// <summary>Name of the rule of an event, by which EventBridge counts how often it happened.</summary>
    public static string NameOf(string component, EventSignal happened) => AwsName.Of($"{component}-{happened.Key}", NameRule.EventRule);

    /// <summary>Registers one rule for each event somebody should hear of.</summary>
    /// <param name="name">Name of the role.</param>
    /// <param name="watches">What is watched.</param>
    /// <param name="level">How much of it.</param>
    /// <param name="text">What each message tells.</param>
    /// <param name="topics">Where it goes.</param>
    /// <param name="account">The account.</param>
    /// <param name="child">Options of what is made.</param>
    public static void Register(
        string name, IEnumerable<IObserved> watches, MonitoringLevel level, AlarmText text, SeverityTopics topics, CallerAccount account, CustomResourceOptions child)
    {
        var events = WatchList.Events(watches, level)
            .Select(each => (each.Component, each.Event, Severity: RegionAlarms.Capped(each.Event.Severity, level)))
            .ToList();
        if (events.Count == 0)
        {
            return;
        }

        var role = new ServiceRole(
            $"{name}-events", "events.amazonaws.com", "Tells people what AWS tells us", account, child,
            new Statement("Tell", "sns:Publish") { Resources = [.. events.Select(each => each.Severity).Distinct().Order().Select(severity => topics.Arns[severity])] },
            new Statement("Encrypt", "kms:Decrypt", "kms:GenerateDataKey") { Resources = [topics.KeyArn] });
        foreach (var (component, happened, severity) in events)
        {
            var key = $"{component}-{happened.Key}";
            var rule = new EventRule(key, new()
            {
                Name = NameOf(component, happened),
                Description = happened.Meaning,
                EventPattern = happened.Pattern,
                Tags = { ["component"] = component, ["severity"] = severity.Word(), ["runbook"] = happened.Runbook },
            }, child);
            new EventTarget(key, new()
            {
                Rule = rule.Name,
                Arn = topics.Arns[severity],
                RoleArn = role.Arn,
                InputTransformer = new EventTargetInputTransformerArgs
                {
                    InputPaths = { ["who"] = happened.Who, ["what"] = happened.What, ["when"] = "$.time" },
                    InputTemplate = text.Of(happened, severity),
                },
            }, child);
        }
    }
}
