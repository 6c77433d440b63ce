using Pulumi.Aws.GuardDuty;
using Pulumi.Aws.GuardDuty.Inputs;

namespace Platform.Components.Baseline;

/// <summary>Signs of an attack in calls, DNS, flows, buckets, clusters, disks, database logins, functions and running programs.</summary>
internal static class ThreatDetection
{
    private const string Runtime = "RUNTIME_MONITORING";

    /// <summary>
    /// What is looked at beyond the basis. <c>EKS_RUNTIME_MONITORING</c> is missing on purpose: <c>RUNTIME_MONITORING</c> contains it, and
    /// GuardDuty refuses the two together.
    /// </summary>
    private static readonly string[] Features =
        ["EBS_MALWARE_PROTECTION", "EKS_AUDIT_LOGS", "LAMBDA_NETWORK_LOGS", "RDS_LOGIN_EVENTS", Runtime, "S3_DATA_EVENTS"];

    private static readonly string[] Agents = ["EC2_AGENT_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EKS_ADDON_MANAGEMENT"];

    public static void Build(BaselineSite site)
    {
        foreach (var region in site.Regions)
        {
            In(site, region);
        }
    }

    private static void In(BaselineSite site, string region)
    {
        var detector = new Detector(site.In("detector", region), new()
        {
            Region = region,
            Enable = true,
            FindingPublishingFrequency = "FIFTEEN_MINUTES",
        }, site.Child);
        foreach (var feature in Features)
        {
            new DetectorFeature($"{site.In("detector", region)}-{feature}", new()
            {
                Region = region,
                DetectorId = detector.Id,
                Name = feature,
                Status = "ENABLED",
                AdditionalConfigurations = feature == Runtime
                    ? [.. Agents.Select(agent => new DetectorFeatureAdditionalConfigurationArgs { Name = agent, Status = "ENABLED" })]
                    : null!,
            }, site.Child);
        }
    }
}
