using System.Collections.Frozen;

namespace Platform.Engine.Placeholders.Services;

/// <summary>How ARNs name the services of the provider's modules, where that differs (Service Authorization Reference, "service prefix").</summary>
internal static class ArnServices
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["acmpca"] = "acm-pca",
        ["alb"] = "elasticloadbalancing",
        ["amp"] = "aps",
        ["apigatewayv2"] = "apigateway",
        ["appautoscaling"] = "application-autoscaling",
        ["bcmdata"] = "bcm-data-exports",
        ["cfg"] = "config",
        ["cloudhsmv2"] = "cloudhsm",
        ["codestarconnections"] = "codestar-connections",
        ["cognito"] = "cognito-idp",
        ["costexplorer"] = "ce",
        ["devopsguru"] = "devops-guru",
        ["directoryservice"] = "ds",
        ["docdb"] = "rds",
        ["ebs"] = "ec2",
        ["ec2clientvpn"] = "ec2",
        ["ec2transitgateway"] = "ec2",
        ["ecrpublic"] = "ecr-public",
        ["efs"] = "elasticfilesystem",
        ["elasticsearch"] = "es",
        ["elb"] = "elasticloadbalancing",
        ["emr"] = "elasticmapreduce",
        ["emrcontainers"] = "emr-containers",
        ["emrserverless"] = "emr-serverless",
        ["keyspaces"] = "cassandra",
        ["kinesisanalyticsv2"] = "kinesisanalytics",
        ["lb"] = "elasticloadbalancing",
        ["licensemanager"] = "license-manager",
        ["location"] = "geo",
        ["msk"] = "kafka",
        ["mskconnect"] = "kafkaconnect",
        ["mwaa"] = "airflow",
        ["neptune"] = "rds",
        ["networkfirewall"] = "network-firewall",
        ["opensearch"] = "es",
        ["opensearchingest"] = "osis",
        ["paymentcryptography"] = "payment-cryptography",
        ["pinpoint"] = "mobiletargeting",
        ["redshiftserverless"] = "redshift-serverless",
        ["resourceexplorer"] = "resource-explorer-2",
        ["resourcegroups"] = "resource-groups",
        ["route53recoverycontrol"] = "route53-recovery-control",
        ["route53recoveryreadiness"] = "route53-recovery-readiness",
        ["s3control"] = "s3",
        ["s3outposts"] = "s3-outposts",
        ["serverlessrepository"] = "serverlessrepo",
        ["sesv2"] = "ses",
        ["sfn"] = "states",
        ["simpledb"] = "sdb",
        ["ssmcontacts"] = "ssm-contacts",
        ["ssmincidents"] = "ssm-incidents",
        ["ssoadmin"] = "sso",
        ["timestreaminfluxdb"] = "timestream-influxdb",
        ["timestreamwrite"] = "timestream",
        ["verifiedaccess"] = "ec2",
        ["vpc"] = "ec2",
        ["vpclattice"] = "vpc-lattice",
        ["wafregional"] = "waf-regional",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The service part of the ARN of a resource of the provider's module.</summary>
    public static string Of(string module) => Names.GetValueOrDefault(module, module);
}
