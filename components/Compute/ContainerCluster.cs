using System.Collections.Immutable;
using Platform.Components.Naming;
using Platform.Components.Observability;
using Pulumi.Aws.Ecs;
using Pulumi.Aws.Ecs.Inputs;

namespace Platform.Components.Compute;

/// <summary>A place for containers without machines to look after: measured, and with every session into a container logged.</summary>
/// <example><code>var cluster = new ContainerCluster("cluster", new() { KeyArn = key.Arn, LogRetentionDays = 14 });</code></example>
public sealed class ContainerCluster : ComponentResource
{
    /// <summary>Registers the cluster.</summary>
    /// <param name="name">Logical name; the cluster's own name ends in it.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    public ContainerCluster(string name, ContainerClusterArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:ContainerCluster", name, args, options)
    {
        this.OneOf("logRetentionDays", args.LogRetentionDays, LogRetention.Days);
        var child = new CustomResourceOptions { Parent = this };

        var sessions = new LogStream($"{name}-sessions", new()
        {
            KeyArn = args.KeyArn,
            RetentionDays = args.LogRetentionDays,
        }, new ComponentResourceOptions { Parent = this });

        var cluster = new Cluster(name, new()
        {
            Name = AwsName.Of(name, NameRule.EcsName),
            Settings = new ClusterSettingArgs { Name = "containerInsights", Value = args.DetailedInsights ? "enhanced" : "enabled" },
            Configuration = new ClusterConfigurationArgs
            {
                ExecuteCommandConfiguration = new ClusterConfigurationExecuteCommandConfigurationArgs
                {
                    KmsKeyId = args.KeyArn,
                    Logging = "OVERRIDE",
                    LogConfiguration = new ClusterConfigurationExecuteCommandConfigurationLogConfigurationArgs
                    {
                        CloudWatchEncryptionEnabled = true,
                        CloudWatchLogGroupName = sessions.GroupName,
                    },
                },
            },
        }, child);

        var providers = new ClusterCapacityProviders(name, new()
        {
            ClusterName = cluster.Name,
            CapacityProviders = { "FARGATE", "FARGATE_SPOT" },
        }, child);

        Arn = cluster.Arn;
        ClusterName = Output.Tuple(cluster.Name, providers.Id).Apply(both => both.Item1);     // services wait for the capacity they name
        About = this.Declare(ServiceTier.Foundation, options);
        RegisterOutputs();
    }

    /// <summary>ARN to hand to an IAM policy.</summary>
    [Output("arn")] public Output<string> Arn { get; private set; }

    /// <summary>Name to hand to services.</summary>
    [Output("clusterName")] public Output<string> ClusterName { get; private set; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }
}

/// <summary>What a caller may choose; <see cref="ContainerCluster"/> decides the rest.</summary>
public sealed class ContainerClusterArgs : ResourceArgs
{
    /// <summary>Key that encrypts sessions and their logs; its policy must admit CloudWatch Logs.</summary>
    [Input("keyArn", required: true)] public required Input<string> KeyArn { get; init; }

    /// <summary>Days the logs of sessions are kept; see <see cref="LogRetention"/>.</summary>
    [Input("logRetentionDays", required: true)] public required int LogRetentionDays { get; init; }

    /// <summary>Whether every task and container is measured, and paid for, one by one. Default: false, measured by service.</summary>
    [Input("detailedInsights")] public bool DetailedInsights { get; init; }
}
