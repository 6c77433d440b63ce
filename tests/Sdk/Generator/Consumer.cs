using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Aws = Pulumi.Aws;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;
using K8s = Pulumi.Kubernetes;

namespace Platform.Tests.Sdk.Generator;

/// <summary>
/// Typical uses of the generated classes, in the forms the official documentation shows. That this compiles is half of the
/// test; <see cref="ConsumerTests"/> runs it.
/// </summary>
internal static class Consumer
{
    public static void Network()
    {
        var zones = Aws.GetAvailabilityZones.Invoke(new() { State = "available" });
        var vpc = new Aws.Ec2.Vpc("main", new()
        {
            CidrBlock = "10.0.0.0/16",
            EnableDnsHostnames = true,
            Tags = { ["Name"] = "main", ["Tier"] = Output.Create("network") },
        });
        var subnet = new Aws.Ec2.Subnet("a", new()
        {
            VpcId = vpc.Id,
            CidrBlock = "10.0.1.0/24",
            AvailabilityZone = zones.Apply(z => z.Names[0]),
        });
        var group = new Aws.Ec2.SecurityGroup("web", new()
        {
            VpcId = vpc.Id,
            Ingress =
            {
                new Aws.Ec2.Inputs.SecurityGroupIngressArgs { Protocol = "tcp", FromPort = 443, ToPort = 443, CidrBlocks = { "0.0.0.0/0" } },
            },
            Egress = new[] { new Aws.Ec2.Inputs.SecurityGroupEgressArgs { Protocol = "-1", FromPort = 0, ToPort = 0, CidrBlocks = ["10.0.0.0/16"] } },
        });
        new Aws.LB.LoadBalancer("web", new() { SecurityGroups = [group.Id], Subnets = { subnet.Id }, EnableDeletionProtection = false });
        _ = Aws.Ec2.Vpc.Get("known", "vpc-1", new() { Protect = true });
    }

    public static void Compute()
    {
        var image = Aws.Ec2.GetAmi.Invoke(new()
        {
            MostRecent = true,
            Owners = { "amazon" },
            Filters = { new Aws.Ec2.Inputs.GetAmiFilterInputArgs { Name = "name", Values = { "al2023-*" } } },
        });
        new Aws.Ec2.Instance("one", new()
        {
            Ami = image.Apply(i => i.Id),
            InstanceType = Aws.Ec2.InstanceType.T3_Micro,
            MetadataOptions = new Aws.Ec2.Inputs.InstanceMetadataOptionsArgs { HttpTokens = "required" },
        });
        new Aws.Lambda.Function("api", new()
        {
            Role = "arn:aws:iam::123456789012:role/api",
            Runtime = Aws.Lambda.Runtime.Dotnet8,
            Handler = "Api",
            Code = new FileArchive("./api"),
            Environment = new Aws.Lambda.Inputs.FunctionEnvironmentArgs { Variables = { ["MODE"] = "test" } },
        });
        new Aws.AutoScaling.Policy("cpu", new()
        {
            AutoscalingGroupName = "web",
            PolicyType = "TargetTrackingScaling",
            TargetTrackingConfiguration = new Aws.AutoScaling.Inputs.PolicyTargetTrackingConfigurationArgs
            {
                TargetValue = 60,
                PredefinedMetricSpecification = new Aws.AutoScaling.Inputs.PolicyTargetTrackingConfigurationPredefinedMetricSpecificationArgs
                {
                    PredefinedMetricType = "ASGAverageCPUUtilization",
                },
            },
        });
    }

    public static void Data()
    {
        var password = new Pulumi.Random.RandomPassword("db", new() { Length = 32, Special = false });
        new Aws.Rds.Instance("db", new()
        {
            InstanceClass = "db.t4g.medium",
            AllocatedStorage = 20,
            Engine = "postgres",
            Password = password.Result,
            EnabledCloudwatchLogsExports = { "postgresql", "upgrade" },
        });
        var bucket = new Aws.S3.Bucket("logs", new() { BucketName = "logs", ForceDestroy = true });
        new Aws.S3.BucketLifecycleConfiguration("logs", new()
        {
            Bucket = bucket.Id,
            Rules = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleArgs
            {
                Id = "expire",
                Status = "Enabled",
                Expiration = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleExpirationArgs { Days = 30 },
            },
        });
        var document = Aws.Iam.GetPolicyDocument.Invoke(new()
        {
            Statements =
            {
                new Aws.Iam.Inputs.GetPolicyDocumentStatementInputArgs { Actions = { "s3:GetObject" }, Resources = { bucket.Arn.Apply(arn => arn + "/*") } },
            },
        });
        new Aws.S3.BucketPolicy("logs", new() { Bucket = bucket.Id, Policy = document.Apply(d => d.Json) });
    }

    public static void Edge()
    {
        new Aws.Iam.Policy("typed", new()
        {
            PolicyDocument = new Aws.Iam.Inputs.PolicyDocumentArgs
            {
                Version = Aws.Iam.PolicyDocumentVersion.PolicyDocumentVersion_2012_10_17,
                Statement = { new Aws.Iam.Inputs.PolicyStatementArgs { Effect = Aws.Iam.PolicyStatementEffect.ALLOW, Action = "s3:*", Resource = "*" } },
            },
        });
        new Aws.WafV2.WebAcl("edge", new()
        {
            Scope = "CLOUDFRONT",
            DefaultAction = new Aws.WafV2.Inputs.WebAclDefaultActionArgs { Allow = new Aws.WafV2.Inputs.WebAclDefaultActionAllowArgs() },
            VisibilityConfig = new Aws.WafV2.Inputs.WebAclVisibilityConfigArgs
            {
                CloudwatchMetricsEnabled = true,
                MetricName = "edge",
                SampledRequestsEnabled = true,
            },
            RuleJson = JsonSerializer.Serialize(new[] { new { Name = "rate", Priority = 1 } }),
        });
        new Aws.CloudWatch.MetricAlarm("cpu", new()
        {
            ComparisonOperator = "GreaterThanThreshold",
            EvaluationPeriods = 5,
            Threshold = 70,
            AlarmActions = { "arn:aws:sns:eu-west-1:123456789012:page" },
            Dimensions = new() { ["AutoScalingGroupName"] = "web" },
        });
        new Aws.Provider("replica", new()
        {
            Region = "eu-central-1",
            DefaultTags = new Aws.Inputs.ProviderDefaultTagsArgs { Tags = { ["env"] = "test" } },
        });
    }

    public static void Cluster()
    {
        var labels = new InputMap<string> { ["app"] = "web" };
        var provider = new K8s.Provider("cluster", new() { KubeConfig = "{}", EnableServerSideApply = true });
        var options = new CustomResourceOptions { Provider = provider };
        new K8s.Core.V1.Namespace("apps", null, options);
        var deployment = new K8s.Apps.V1.Deployment("web", new DeploymentArgs
        {
            Metadata = new ObjectMetaArgs { Labels = labels },
            Spec = new DeploymentSpecArgs
            {
                Replicas = 2,
                Selector = new LabelSelectorArgs { MatchLabels = labels },
                Template = new PodTemplateSpecArgs
                {
                    Metadata = new ObjectMetaArgs { Labels = labels },
                    Spec = new PodSpecArgs
                    {
                        Containers =
                        {
                            new ContainerArgs
                            {
                                Name = "web",
                                Image = "nginx",
                                Ports = { new ContainerPortArgs { ContainerPortValue = 80 } },
                                Resources = new ResourceRequirementsArgs { Limits = { ["cpu"] = "1" } },
                            },
                        },
                    },
                },
            },
        }, options);
        new K8s.Core.V1.Service("web", new ServiceArgs
        {
            Spec = new ServiceSpecArgs { Selector = labels, Ports = { new ServicePortArgs { Port = 80, TargetPort = "http" } } },
        }, new() { Provider = provider, DependsOn = { deployment } });
        new K8s.Helm.V3.Release("ingress", new() { Chart = "ingress-nginx", Values = { ["controller"] = ImmutableDictionary<string, object>.Empty } }, options);
        new CustomResource("app", new ApplicationArgs { Metadata = new ObjectMetaArgs { Name = "app" }, Project = "default" }, options);
    }

    private sealed class ApplicationArgs() : CustomResourceArgs("argoproj.io/v1alpha1", "Application")
    {
        [Input("project")]
        public Input<string>? Project { get; set; }
    }
}
