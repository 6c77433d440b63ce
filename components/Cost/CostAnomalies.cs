using Platform.Components.Identity;
using Platform.Components.Naming;
using Pulumi.Aws.CostExplorer;
using Pulumi.Aws.CostExplorer.Inputs;
using Impact = Pulumi.Aws.CostExplorer.Inputs.AnomalySubscriptionThresholdExpressionOrArgs;

namespace Platform.Components.Cost;

/// <summary>Tells once a day what costs more than it used to: 50 dollars more, or a fifth.</summary>
internal static class CostAnomalies
{
    private const string Dollars = "50";
    private const string Percent = "20";

    public static void Watch(string name, CostControlArgs args, CustomResourceOptions child)
    {
        var monitors = new List<AnomalyMonitor>
        {
            new($"{name}-environment", new()
            {
                Name = AwsName.Of($"{name}-environment", NameRule.CostMonitor),
                MonitorType = "CUSTOM",
                MonitorSpecification = JsonText.Of(json =>
                {
                    json.WriteStartObject();
                    json.WriteStartObject("Tags");
                    json.WriteString("Key", "environment");
                    json.WriteStartArray("MatchOptions");
                    json.WriteStringValue("EQUALS");
                    json.WriteEndArray();
                    json.WriteStartArray("Values");
                    json.WriteStringValue(args.Environment);
                    json.WriteEndArray();
                    json.WriteEndObject();
                    json.WriteEndObject();
                }),
            }, child),
        };
        if (args.ServiceMonitor.IsCreated)
        {
            monitors.Add(new($"{name}-services", new()
            {
                Name = AwsName.Of($"{name}-services", NameRule.CostMonitor),
                MonitorType = "DIMENSIONAL",
                MonitorDimension = "SERVICE",
            }, child));
        }

        new AnomalySubscription(name, new()
        {
            Name = AwsName.Of(name, NameRule.CostMonitor),
            Frequency = "DAILY",
            MonitorArnLists = monitors.Select(monitor => (Input<string>)monitor.Arn).ToArray(),
            Subscribers = args.Notify
                .Select(address => (Input<AnomalySubscriptionSubscriberArgs>)new AnomalySubscriptionSubscriberArgs { Type = "EMAIL", Address = address })
                .ToArray(),
            ThresholdExpression = new AnomalySubscriptionThresholdExpressionArgs
            {
                Ors = [AtLeast("ANOMALY_TOTAL_IMPACT_ABSOLUTE", Dollars), AtLeast("ANOMALY_TOTAL_IMPACT_PERCENTAGE", Percent)],
            },
        }, child);
    }

    private static Impact AtLeast(string measure, string value) => new()
    {
        Dimension = new AnomalySubscriptionThresholdExpressionOrDimensionArgs
        {
            Key = measure,
            MatchOptions = ["GREATER_THAN_OR_EQUAL"],
            Values = [value],
        },
    };
}
