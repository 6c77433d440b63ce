namespace Platform.Insights.Alarms;

/// <summary>
/// Types for which there is a reason to have no alarm. Of services in which something runs, each type is decided one by one: a new one
/// is told instead of passing for a setting.
/// </summary>
internal static class QuietTypes
{
    private const string Settings = "a setting: it is wrong or right when it is deployed, and policies judge it";
    private const string Asked = "answers whoever asks it, whose failing requests are seen there";
    private const string Bond = "a bond between members, whose lag is an alarm of each that can follow";

    /// <summary>Types, or beginnings of types that end in <c>/</c>, <c>:</c> or in the middle of a name; the first that fits counts.</summary>
    private static readonly (string Type, string Reason)[] Beginnings =
    [
        ("aws:cloudwatch/", "watches or stores itself; AWS runs it"),
        ("aws:kms/", "AWS runs keys in every zone; use and deletion are in the trail of the account"),
        ("aws:s3/bucket:Bucket", "AWS keeps objects in three zones; " + Asked),
        ("aws:s3/", Settings),
        ("aws:secretsmanager/secretRotation:", "a rotation that fails leaves the password that works; a function of ours that rotates has an alarm"),
        ("aws:secretsmanager/", "AWS keeps secrets in every zone; " + Asked),
        ("aws:ssm/", Settings),
        ("aws:sns/", "AWS runs topics in every zone; a message that cannot be delivered is tried again"),
        ("aws:route53/", "AWS promises that it always answers; names that lead nowhere are seen by probes from outside"),
        ("aws:ecr/", "AWS keeps images in three zones; a task that cannot pull one is missing"),
        ("aws:ec2/vpcEndpoint", "AWS runs it in every zone; " + Asked),
        ("aws:ec2/flowLog:", "records for later; a gap harms nobody at once"),
        ("aws:vpc/", Settings),
        ("aws:ebs/", Settings),
        ("aws:iam/", Settings),
        ("aws:wafv2/", Settings),
        ("aws:cloudfront/", "a part of its distribution, whose failing requests are seen"),
        ("aws:acm/", Settings),
        ("aws:appautoscaling/", "a service that does not grow computes too much, which an alarm sees"),
        ("aws:scheduler/", "a schedule that does not run leaves what it is for in the state it had, which the alarms of that see"),
        ("aws:codedeploy/", "takes part in releases, which fail with it"),
        ("aws:synthetics/", "is itself the probe; one that does not run is missing data, which counts as down"),
        ("aws:cloudtrail/", "AWS runs it; switching it off is an alarm of its own where the trail is watched"),
        ("aws:guardduty/", "finds; AWS runs it"),
        ("aws:securityhub/", "gathers findings; AWS runs it"),
        ("aws:inspector", "scans; AWS runs it"),
        ("aws:accessanalyzer/", "finds; AWS runs it"),
        ("aws:cfg/", "records changes; AWS runs it"),
        ("aws:detective/", "finds; AWS runs it"),
        ("aws:macie", "finds; AWS runs it"),
        ("aws:shield/", Settings),
        ("aws:account/", Settings),
        ("aws:budgets/", "tells by itself when money runs out"),
        ("aws:costexplorer/", "tells by itself when money runs out"),
        ("aws:bcmdata/", "a report for later; a gap harms nobody at once"),
        ("aws:backup/", "a job that fails is told by the notifications of its vault"),
        ("aws:fis/", "runs when somebody starts a drill, who watches it"),
        ("aws:resiliencehub/", "judges; AWS runs it"),
        ("aws:arcregionswitch/", "runs when somebody starts a recovery, who watches it"),
        ("aws:route53recovery", Settings),
        ("aws:xray/", "which traces are kept, and how they are shown"),
        ("aws:amp/", "AWS runs it; an empty one is seen by the heartbeat of its rules"),
        ("aws:grafana/", "shows; nobody is harmed while it does not"),
        ("aws:elasticache/globalReplicationGroup:", Bond),
        ("aws:rds/globalCluster:", Bond),
        ("aws:rds/instanceAutomatedBackupsReplication:", "AWS copies and has no metric for it; restore tests see what is missing"),
        ("kubernetes:apps/v1:DaemonSet", "one on each node; what it does for others is seen there"),
        ("kubernetes:batch/", "a job that does not run leaves what it is for in the state it had, which the alarms of that see"),
        ("kubernetes:helm.sh/", "what it installs is seen by the alerts of the cluster"),
        ("random:", "a value in the state"),
        ("pulumi:", "no resource of the cloud"),
    ];

    /// <summary>Settings of services in which something else runs, by service.</summary>
    private static readonly Dictionary<string, string[]> SettingsOf = new(StringComparer.Ordinal)
    {
        ["aws:autoscaling"] = ["attachment", "lifecycleHook", "notification", "policy", "schedule", "trafficSourceAttachment"],
        ["aws:ec2"] =
        [
            "defaultNetworkAcl", "defaultRouteTable", "defaultSecurityGroup", "defaultVpc", "egressOnlyInternetGateway", "eip", "imageBlockPublicAccess",
            "instanceMetadataDefaults", "internetGateway", "managedPrefixList", "managedPrefixListEntry", "networkAcl", "networkAclAssociation",
            "networkAclRule", "networkInterface", "route", "routeTable", "routeTableAssociation", "securityGroup", "securityGroupAssociation",
            "serialConsoleAccess", "subnet", "vpc", "vpcBlockPublicAccessOptions", "vpcDhcpOptions", "vpcDhcpOptionsAssociation",
            "vpcIpv4CidrBlockAssociation",
        ],
        ["aws:ecs"] = ["capacityProvider", "cluster", "clusterCapacityProviders"],
        ["aws:eks"] = ["accessEntry", "accessPolicyAssociation", "fargateProfile", "identityProviderConfig", "podIdentityAssociation"],
        ["aws:elasticache"] = ["parameterGroup", "subnetGroup", "user", "userGroup", "userGroupAssociation"],
        ["aws:lambda"] = ["alias", "eventSourceMapping", "functionUrl", "layerVersion", "permission"],
        ["aws:lb"] = ["listener", "listenerCertificate", "listenerRule", "trustStore"],
        ["aws:rds"] =
        [
            "clusterEndpoint", "clusterParameterGroup", "eventSubscription", "optionGroup", "parameterGroup", "proxyDefaultTargetGroup", "proxyTarget",
            "snapshot", "subnetGroup",
        ],
        ["aws:sqs"] = ["queuePolicy", "redriveAllowPolicy", "redrivePolicy"],
        ["kubernetes"] =
        [
            "ClusterRole", "ClusterRoleBinding", "ConfigMap", "IngressClass", "LimitRange", "Namespace", "NetworkPolicy", "NodeClass", "NodePool",
            "PodDisruptionBudget", "PriorityClass", "ResourceQuota", "Role", "RoleBinding", "Secret", "SecretProviderClass", "Service", "ServiceAccount",
            "StorageClass", "TargetGroupBinding", "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding",
        ],
    };

    /// <summary>Why a type needs no alarm; null: nobody has said so.</summary>
    public static string? Reason(string type) =>
        IsSetting(type) ? Settings : Beginnings.FirstOrDefault(entry => type.StartsWith(entry.Type, StringComparison.Ordinal)).Reason;

    // aws:rds/subnetGroup:SubnetGroup is known by the name within its service, a kind of Kubernetes by itself.
    private static bool IsSetting(string type)
    {
        var isKubernetes = type.StartsWith("kubernetes:", StringComparison.Ordinal);
        var (service, name) = isKubernetes
            ? ("kubernetes", type[(type.LastIndexOf(':') + 1)..])
            : type.Split('/', ':') is [var provider, var module, var inner, _] ? ($"{provider}:{module}", inner) : ("", "");
        return SettingsOf.TryGetValue(service, out var names) && names.Contains(name);
    }
}
