using Platform.Components.Identity;
using Platform.Components.Messaging;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Sqs;

namespace Platform.Components.Clusters.Nodes;

/// <summary>Where Karpenter hears that AWS is about to take a machine: it drains the node while there is time.</summary>
internal static class KarpenterQueue
{
    private const int RememberSeconds = 300;       // a warning comes two minutes ahead; after five it is history

    private static readonly string[] Warnings =
    [
        "AWS Health Event", "EC2 Spot Instance Interruption Warning", "EC2 Instance Rebalance Recommendation", "EC2 Instance State-change Notification",
    ];

    public static Queue Register(ClusterSite site)
    {
        var name = $"{site.Name}-interruptions";
        var queue = new Queue(name, new() { MessageRetentionSeconds = RememberSeconds, SqsManagedSseEnabled = true }, site.After());
        var rule = new EventRule(name, new()
        {
            Description = "Machines that AWS is about to take",
            EventPattern = EventPattern.Of(["aws.ec2", "aws.health"], Warnings),
        }, site.After());

        var policy = new QueuePolicy(name, new()
        {
            QueueUrl = queue.Url,
            Policy = PolicyText.Of(
                new Statement("Warn", "sqs:SendMessage")
                {
                    Principal = Principal.Service("events.amazonaws.com"),
                    Resources = [queue.Arn],
                    Conditions = [new Condition("ArnEquals", "aws:SourceArn", rule.Arn)],
                },
                new Statement("TlsOnly", "sqs:*")
                {
                    Deny = true,
                    Principal = Principal.Anyone,
                    Resources = [queue.Arn],
                    Conditions = [new Condition("Bool", "aws:SecureTransport", "false")],
                }),
        }, site.After());
        new EventTarget(name, new() { Rule = rule.Name, Arn = queue.Arn }, site.After(policy));
        return queue;
    }
}
