using System.Collections.Immutable;
using Platform.Components.Functions;
using Platform.Components.Identity;
using Platform.Components.Naming;
using Platform.Components.Observability.Objectives;
using Platform.Components.Observability.Signals;
using Platform.Components.Storage;
using Pulumi.Aws.S3;
using Pulumi.Aws.Synthetics;
using Pulumi.Aws.Synthetics.Inputs;

namespace Platform.Components.Observability.Probes;

/// <summary>
/// A canary that asks for a page every minute, as a user would, from one region. Probes of all regions report to one of them, so that
/// a site nobody reaches is one page and not one for each region.
/// </summary>
/// <example><code>
/// new OutsideProbe("probe", new() { Url = "https://shop.example.com/", From = "eu-west-1", HomeRegion = "eu-west-1", Regions = ["eu-west-1", "eu-central-1"], KeyArn = keys.Logs });
/// </code></example>
public sealed class OutsideProbe : ComponentResource, IObserved, IPromising
{
    /// <summary>
    /// Runtime of canaries in Python, 3.12 here. Source: the runtime versions in the CloudWatch user guide, November 2026; its support
    /// policy refuses new canaries of 5.1 and older since February 2026.
    /// </summary>
    private const string Runtime = "syn-python-selenium-14.0";

    private const int ArtifactDays = 30;

    /// <summary>Registers the canary, its script and where it leaves what it saw.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    /// <exception cref="ResourceException">The regions contradict each other.</exception>
    public OutsideProbe(string name, OutsideProbeArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:OutsideProbe", name, args, options)
    {
        this.Require(
            args.Regions.Contains(args.From) && args.Regions.Contains(args.HomeRegion),
            $"regions is {string.Join(", ", args.Regions)}, but must name from ({args.From}) and homeRegion ({args.HomeRegion}).");
        var child = new CustomResourceOptions { Parent = this };
        var bucket = new PrivateBucket($"{name}-artifacts", new()
        {
            KeyArn = args.KeyArn,
            ExpireDays = ArtifactDays,
            KeepVersionsDays = 1,
        }, new ComponentResourceOptions { Parent = this });
        var script = new BucketObjectv2($"{name}-script", new()
        {
            Bucket = bucket.BucketName,
            Key = "script/probe.zip",
            Source = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["python/probe.py"] = new StringAsset(FunctionSource.Read("probe.py")) }),
        }, child);
        var role = new ServiceRole(name, "lambda.amazonaws.com", "Asks for a page from outside", CallerAccount.Of(this), child, [.. Rights(bucket, args.KeyArn, CallerAccount.Of(this))]);

        new Canary(name, new()
        {
            Name = AwsName.Of(name, new NameRule(21, LowerCase: true, LetterFirst: true)),
            RuntimeVersion = Runtime,
            Handler = "probe.handler",
            ExecutionRoleArn = role.Arn,
            ArtifactS3Location = Output.Format($"s3://{bucket.BucketName}/runs/"),
            ArtifactConfig = new CanaryArtifactConfigArgs
            {
                S3Encryption = new CanaryArtifactConfigS3EncryptionArgs { EncryptionMode = "SSE_KMS", KmsKeyArn = args.KeyArn },
            },
            S3Bucket = script.Bucket,
            S3Key = script.Key,
            S3Version = script.VersionId,       // a changed script is a new version, which the canary then takes
            Schedule = new CanaryScheduleArgs { Expression = "rate(1 minute)" },
            RunConfig = new CanaryRunConfigArgs
            {
                TimeoutInSeconds = 30,
                EnvironmentVariables = { ["URL"] = args.Url, ["FROM"] = args.From, ["HOME_REGION"] = args.HomeRegion },
            },
            StartCanary = true,
            DeleteLambda = true,
            SuccessRetentionPeriod = ArtifactDays,
            FailureRetentionPeriod = ArtifactDays,
        }, child);

        var tells = args.From == args.HomeRegion;
        Signals = tells ? ProbeSignals.Of(args.Regions) : [];
        Objectives = tells ? [ProbeSignals.Available(args.Regions)] : [];
        About = this.Declare(ServiceTier.Entry, options, signals: Signals);
        RegisterOutputs();
    }

    /// <inheritdoc/>
    public IReadOnlyList<Signal> Signals { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Objective> Objectives { get; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    private static IEnumerable<Statement> Rights(PrivateBucket bucket, Input<string> keyArn, CallerAccount account) =>
    [
        new Statement("KeepWhatItSaw", "s3:PutObject") { Resources = [Output.Format($"{bucket.Arn}/runs/*")] },
        new Statement("Encrypt", "kms:Decrypt", "kms:GenerateDataKey") { Resources = [keyArn] },
        new Statement("FindBucket", "s3:GetBucketLocation") { Resources = [bucket.Arn] },
        new Statement("Log", "logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents")
        {
            Resources = [Output.Format($"arn:{account.Partition}:logs:{account.Region}:{account.Id}:log-group:/aws/lambda/cwsyn-*")],
        },

        // Metrics have no ARN; the namespaces are what can be narrowed down.
        new Statement("Report", "cloudwatch:PutMetricData")
        {
            Resources = ["*"],
            Conditions = [new Condition("StringEquals", "cloudwatch:namespace", "CloudWatchSynthetics")],
        },
        new Statement("ReportHome", "cloudwatch:PutMetricData")
        {
            Resources = ["*"],
            Conditions = [new Condition("StringEquals", "cloudwatch:namespace", ProbeSignals.Namespace)],
        },
    ];
}
