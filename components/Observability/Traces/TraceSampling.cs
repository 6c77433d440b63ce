using System.Collections.Immutable;
using Platform.Components.Naming;
using Pulumi.Aws.Xray;
using Pulumi.Aws.Xray.Inputs;

namespace Platform.Components.Observability.Traces;

/// <summary>
/// What X-Ray keeps and shows of an environment: a group of the traces that failed or were slow, and, for applications that ask X-Ray
/// which requests to trace, the rule it answers with.
/// </summary>
/// <example><code>new TraceSampling("tracing", new() { Export = new TraceExport.XRay(), ServiceName = "app", AppsAsk = true }, account.Here);</code></example>
public sealed class TraceSampling : ComponentResource
{
    /// <summary>Longest name of a group or rule. Source: API reference of X-Ray, CreateGroup and SamplingRule.</summary>
    private static readonly NameRule Names = new(32);

    /// <summary>Registers the group and the rule.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    /// <exception cref="ResourceException">The share is none.</exception>
    public TraceSampling(string name, TraceSamplingArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:TraceSampling", name, args, options)
    {
        this.Require(args.Export.Problem is null, $"export's {args.Export.Problem}");
        var child = new CustomResourceOptions { Parent = this };
        new Group(name, new()
        {
            GroupName = AwsName.Of(name, Names),
            FilterExpression = $"(fault = true OR error = true OR responsetime > {AlarmTriggers.P95Seconds})",
            InsightsConfiguration = new GroupInsightsConfigurationArgs { InsightsEnabled = true, NotificationsEnabled = false },
        }, child);
        if (args.AppsAsk)
        {
            new SamplingRule(name, new()
            {
                RuleName = AwsName.Of(name, Names),
                Version = 1,
                Priority = 1000,        // before X-Ray's own rule, which has 10,000
                ReservoirSize = 1,      // one request a second in any case, so that quiet hours have traces
                FixedRate = args.Export.Percent / 100.0,
                ServiceName = args.ServiceName,
                ServiceType = "*",
                Host = "*",
                HttpMethod = "*",
                UrlPath = "*",
                ResourceArn = "*",
            }, child);
        }

        About = this.Declare(ServiceTier.Foundation, options);
        RegisterOutputs();
    }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }
}

/// <summary>What a caller may choose; <see cref="TraceSampling"/> decides the rest.</summary>
public sealed class TraceSamplingArgs : ResourceArgs
{
    /// <summary>Where traces go, and which share of them.</summary>
    public required TraceExport.XRay Export { get; init; }

    /// <summary>Name the application gives itself in its traces; <c>*</c> in it stands for anything.</summary>
    [Input("serviceName", required: true)] public required string ServiceName { get; init; }

    /// <summary>
    /// Whether applications ask X-Ray which requests to trace, as those with a sidecar do. Those with a collector in their cluster send
    /// every trace, since it counts their requests, and the collector chooses. Default: false.
    /// </summary>
    [Input("appsAsk")] public bool AppsAsk { get; init; }
}
