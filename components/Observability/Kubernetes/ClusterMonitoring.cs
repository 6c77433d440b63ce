using System.Collections.Immutable;
using Platform.Components.Clusters;
using Platform.Components.Clusters.Access;
using Platform.Components.Compute.Images;
using Platform.Components.Identity;
using Platform.Components.Observability.Alarms;
using Platform.Components.Observability.Dashboards;
using Platform.Components.Observability.Objectives;
using Platform.Components.Observability.Signals;
using Platform.Components.Observability.Traces;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Iam;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Random;
using Secret = Pulumi.Kubernetes.Core.V1.Secret;

namespace Platform.Components.Observability.Kubernetes;

/// <summary>
/// Prometheus, Alertmanager and Grafana in a cluster, with rules from the signals and objectives of what runs there. Alerts go to the
/// topics of CloudWatch's alarms; what CloudWatch calls for already is recorded only.
/// </summary>
public sealed class ClusterMonitoring : ComponentResource
{
    /// <summary>
    /// Version of the chart <c>kube-prometheus-stack</c>: Prometheus 3, Alertmanager 0.28, Grafana 12. Source: a public release of it.
    /// </summary>
    private const string ChartVersion = "76.5.1";

    private const string Space = "monitoring";

    /// <summary>Registers the namespace, the release and its rights.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    /// <exception cref="ResourceException">The image of the collector is not named by digest.</exception>
    public ClusterMonitoring(string name, ClusterMonitoringArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:ClusterMonitoring", name, args, options)
    {
        this.Require(
            args.CollectorImage is null || ContainerImage.IsPinned(args.CollectorImage),
            $"collectorImage is '{args.CollectorImage}', but must end in a digest, as in registry/name@sha256:…; a tag may name another image tomorrow.");
        this.Require(
            args.Traces is null || args.CollectorImage is not null,
            "traces are to be sent on, but there is no collector that takes them; set collectorImage, or leave traces out.");
        this.Require(args.Traces?.Problem is null, $"traces' {args.Traces?.Problem}");
        var child = args.Cluster.ObjectOptions(this);
        var space = new Namespace(name, new NamespaceArgs
        {
            Metadata = new ObjectMetaArgs { Name = Space, Labels = { ["pod-security.kubernetes.io/enforce"] = "restricted" } },
        }, child);
        var within = CustomResourceOptions.Merge(child, new() { DependsOn = { space } });

        MonitoringFence.Register(name, Space, Collector.Otlp, args.Cluster, within);

        var release = new Release(name, new ReleaseArgs
        {
            Name = "platform-prometheus",
            Namespace = Space,
            Chart = "kube-prometheus-stack",
            Version = ChartVersion,
            RepositoryOpts = new RepositoryOptsArgs { Repo = "https://prometheus-community.github.io/helm-charts" },
            Atomic = true,
            Timeout = 900,
            Values = Values(name, args, within),
        }, CustomResourceOptions.Merge(within, new() { DependsOn = [AlertRights(name, args), FigureRights(name, args)] }));

        foreach (var board in Boards(args.Watches))
        {
            new ConfigMap($"{name}-{board.Key}", new ConfigMapArgs
            {
                Metadata = new ObjectMetaArgs { Name = $"board-{board.Key}", Namespace = Space, Labels = { [ChartValues.DashboardLabel] = "1" } },
                Data = { [$"{board.Key}.json"] = GrafanaBoard.Of(board, args.Region) },
            }, within);
        }

        if (args.CollectorImage is { } image)
        {
            CollectorEndpoint = Collector.Register(
                $"{name}-collector", image, Collector.Config(args.Traces, args.Region), Space, args.Cluster.Architecture,
                CustomResourceOptions.Merge(within, new() { DependsOn = [release, .. TraceRights(name, args)] }));
        }

        About = this.Declare(ServiceTier.Foundation, options);
        RegisterOutputs();
    }

    /// <summary>Where applications send traces, for <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>; empty without a collector.</summary>
    [Output("collectorEndpoint")] public Output<string> CollectorEndpoint { get; private set; } = Output.Create("");

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    private static IReadOnlyList<Board> Boards(IReadOnlyList<IObserved> watches) => BoardPlan.Of(
        [.. WatchList.Signals(watches, MonitoringLevel.Full)], watches, MonitoringLevel.Full);

    private static InputMap<object> Values(string name, ClusterMonitoringArgs args, CustomResourceOptions within)
    {
        var password = new RandomPassword($"{name}-grafana", new() { Length = 40, Special = false }, new CustomResourceOptions { Parent = within.Parent });
        var secret = new Secret($"{name}-grafana", new SecretArgs
        {
            Metadata = new ObjectMetaArgs { Name = "platform-grafana", Namespace = Space },

            // All in a Secret counts as secret: a plain word such as "admin" would be hidden wherever it stands, in the rights of users even.
            StringData = { ["user"] = "grafana-admin", ["password"] = password.Result },
        }, within);
        var stack = Deployment.Instance.StackName;
        var routes = AlertRoutes.Of(args.Topics, args.Cluster.Region, stack);
        return ChartValues.Of(Rules(args), routes, secret.Metadata.Apply(metadata => metadata.Name), stack, args.Region).ToImmutableDictionary();
    }

    /// <summary>The rules: objectives where somebody counts requests inside the cluster, signals in any case.</summary>
    private static IEnumerable<PromGroup> Rules(ClusterMonitoringArgs args)
    {
        var labels = new AlertLabels(args.Owner, args.RunbookUrl ?? AlarmText.Runbooks);
        var objectives = args.CollectorImage is null
            ? []
            : args.Watches.OfType<IPromising>().SelectMany(promising => promising.Objectives.Select(objective =>
                ObjectiveRules.Of(((Resource)promising).GetResourceName(), objective, labels)));
        var signals = args.Watches.Select(observed => SignalRules.Of(((Resource)observed).GetResourceName(), observed.Signals, labels));
        return objectives.OfType<PromGroup>().Concat(signals).Where(group => group.Rules.Count > 0).OrderBy(group => group.Name, StringComparer.Ordinal);
    }

    /// <summary>Alertmanager may write to the topics, and to nothing else.</summary>
    private PodIdentityAssociation AlertRights(string name, ClusterMonitoringArgs args) => Rights(
        $"{name}-alerts", "Alertmanager: writes to the topics of alarms", ChartValues.AlertmanagerAccount, args.Cluster,
        new Statement("Publish", "sns:Publish") { Resources = [.. args.Topics.OrderBy(topic => topic.Key, StringComparer.Ordinal).Select(topic => (Input<string>)topic.Value)] },
        new Statement("Encrypt", "kms:Decrypt", "kms:GenerateDataKey") { Resources = [args.TopicKeyArn] });

    /// <summary>Grafana may read figures of the account; which ones cannot be narrowed down.</summary>
    private PodIdentityAssociation FigureRights(string name, ClusterMonitoringArgs args) => Rights(
        $"{name}-figures", "Grafana: reads figures of CloudWatch", ChartValues.GrafanaAccount, args.Cluster,
        new Statement("Read", "cloudwatch:GetMetricData", "cloudwatch:ListMetrics")
        {
            Resources = ["*"],
            Conditions = [new Condition("StringEquals", "aws:ResourceAccount", CallerAccount.Of(this).Id)],
        });

    /// <summary>The collector may send traces, where X-Ray takes them.</summary>
    private List<Resource> TraceRights(string name, ClusterMonitoringArgs args) => args.Traces is not TraceExport.XRay export ? [] :
    [
        Rights(
            $"{name}-traces", "Collector: sends traces to X-Ray", $"{name}-collector", args.Cluster,
            [.. TracePipeline.Rights(export, CallerAccount.Of(this), asks: false)]),
    ];

    private PodIdentityAssociation Rights(string name, string description, string account, IKubernetesCluster cluster, params Statement[] allows)
    {
        var child = new CustomResourceOptions { Parent = this };
        var role = new Role(name, new() { Description = description, AssumeRolePolicy = PodTrust.Policy(cluster.Arn, Space, account) }, child);
        var policy = new RolePolicy(name, new() { Role = role.Name, Policy = PolicyText.Of(allows) }, child);
        return new(name, new()
        {
            ClusterName = cluster.ClusterName,
            Namespace = Space,
            ServiceAccount = account,
            RoleArn = role.Arn,
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { policy } }));
    }
}
