using System.Collections.Immutable;
using Platform.Components.Naming;
using Pulumi.Aws.CloudWatch;

namespace Platform.Components.Observability;

/// <summary>A place for logs that encrypts them with a key of ours and forgets them on time.</summary>
/// <example><code>var logs = new LogStream("shop", new() { KeyArn = key.Arn, RetentionDays = 14 });</code></example>
public sealed class LogStream : ComponentResource
{
    /// <summary>Registers the log group.</summary>
    /// <param name="name">Logical name; the group's name ends in it.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    public LogStream(string name, LogStreamArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:LogStream", name, args, options)
    {
        var group = new LogGroup(name, new()
        {
            Name = args.GroupName ?? AwsName.Path(name),
            RetentionInDays = this.OneOf("retentionDays", args.RetentionDays, LogRetention.Days),
            KmsKeyId = args.KeyArn,
            Region = args.Region!,
        }, new CustomResourceOptions { Parent = this });

        (GroupName, Arn) = (group.Name, group.Arn);
        About = this.Declare(ServiceTier.Foundation, options);
        RegisterOutputs();
    }

    /// <summary>Name to hand to what writes logs.</summary>
    [Output("groupName")] public Output<string> GroupName { get; private set; }

    /// <summary>ARN to hand to an IAM policy.</summary>
    [Output("arn")] public Output<string> Arn { get; private set; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }
}
