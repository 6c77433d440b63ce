using Platform.Graph;

namespace Platform.Tests.Tools.Cli;

/// <summary>A small plan with one of everything that a reader can meet.</summary>
internal static class SamplePlan
{
    private const string Urn = "urn:pulumi:dev::platform::";

    private static readonly string Network = $"{Urn}platform:index:PrivateNetwork::network";
    private static readonly string Database = $"{Urn}platform:index:PostgresDatabase::orders";
    private static readonly string Vpc = $"{Urn}platform:index:PrivateNetwork$aws:ec2/vpc:Vpc::network";
    private static readonly string Bucket = $"{Urn}aws:s3/bucket:Bucket::artifacts";

    public static ResourceGraph Graph { get; } = new(
        "platform",
        "dev",
        [
            new Resource { Urn = $"{Urn}pulumi:pulumi:Stack::platform-dev", Type = ResourceGraph.StackType, Name = "platform-dev" },
            Child(null, $"{Urn}pulumi:providers:aws::frankfurt", "pulumi:providers:aws", "frankfurt"),
            Child(null, Bucket, "aws:s3/bucket:Bucket", "artifacts") with
            {
                Inputs = Map(("forceDestroy", PropertyValue.Of(true)), ("tags", Map(("env", PropertyValue.Of("dev"))))),
                Settings = new ResourceSettings { Protect = true },
            },
            Component(Network, "platform:index:PrivateNetwork", "network"),
            Child(Network, Vpc, "aws:ec2/vpc:Vpc", "network") with
            {
                Inputs = Map(("cidrBlock", PropertyValue.Of("10.20.0.0/16")), ("enableDnsHostnames", PropertyValue.Of(true))),
                Outputs = Map(("cidrBlock", PropertyValue.Of("10.20.0.0/16")), ("id", PropertyValue.Of("vpc-0a1b2c3d4e5f60718"))),
            },
            Subnet("a", 0),
            Subnet("b", 1),
            Component(Database, "platform:index:PostgresDatabase", "orders"),
            Child(Database, $"{Urn}platform:index:PostgresDatabase$aws:rds/instance:Instance::orders", "aws:rds/instance:Instance", "orders") with
            {
                Inputs = Map(
                    ("allocatedStorage", PropertyValue.Of(100)),
                    ("engineVersion", PropertyValue.Of("17")),
                    ("monitoringInterval", PropertyValue.Of(2.5)),
                    ("parameters", PropertyValue.Of([Map(("name", PropertyValue.Of("rds.force_ssl")), ("value", PropertyValue.Of("1")))])),
                    ("password", PropertyValue.Secret),
                    ("replicateSourceDb", PropertyValue.Unknown),
                    ("userData", PropertyValue.Of("#!/bin/sh\n\techo \"[red]hello[/]\"\n"))),
                Dependencies = [Vpc],
                Settings = new ResourceSettings { RetainOnDelete = true },
            },
            Child(Database, $"{Urn}platform:index:PostgresDatabase$random:index/randomPassword:RandomPassword::orders-password", "random:index/randomPassword:RandomPassword", "orders-password"),
            Child(Database, $"{Urn}platform:index:PostgresDatabase$kubernetes:apps/v1:Deployment::a-deployment-with-a-rather-long-name-of-its-own", "kubernetes:apps/v1:Deployment", "a-deployment-with-a-rather-long-name-of-its-own"),
        ],
        Map(
            ("databasePassword", PropertyValue.Secret),
            ("endpoint", PropertyValue.Unknown),
            ("vpcId", PropertyValue.Of("vpc-0a1b2c3d4e5f60718")),
            ("zones", PropertyValue.Of([PropertyValue.Of("eu-central-1a"), PropertyValue.Of("eu-central-1b")]))),
        [
            new Diagnostic(Severity.Warning, "the database has no standby; a failure of its zone means a restore", Database),
            new Diagnostic(Severity.Info, "first line\nsecond line"),
            new Diagnostic(Severity.Debug, "registering network"),
        ],
        [
            new Assumption("aws:index/getRegion:getRegion", "computed", "eu-central-1"),
            new Assumption("aws:index/getRegion:getRegion", "computed", "eu-central-1"),
            new Assumption("aws:ec2/getAmi:getAmi", "placeholder", "id ami-0123456789abcdef0"),
        ]);

    private static Resource Subnet(string zone, int index) =>
        Child(Network, $"{Urn}platform:index:PrivateNetwork$aws:ec2/subnet:Subnet::network-private-{zone}", "aws:ec2/subnet:Subnet", $"network-private-{zone}") with
        {
            Inputs = Map(
                ("cidrBlock", PropertyValue.Of($"10.20.{index}.0/24")),
                ("tags", Map(("Name", PropertyValue.Of($"vpc-0a1b2c3d4e5f60718-{zone}")))),
                ("vpcId", PropertyValue.Of("vpc-0a1b2c3d4e5f60718"))),
            Dependencies = [Vpc],
            Placeholders =
            [
                new Placeholder("tags.Name", Vpc, "id", PlaceholderMatch.Exact),
                new Placeholder("vpcId", Vpc, "id", PlaceholderMatch.Exact),
            ],
        };

    private static Resource Component(string urn, string type, string name) => Child(null, urn, type, name) with { Custom = false };

    private static Resource Child(string? parent, string urn, string type, string name) =>
        new() { Urn = urn, Type = type, Name = name, Parent = parent ?? $"{Urn}pulumi:pulumi:Stack::platform-dev", Custom = true };

    private static MapValue Map(params (string Key, PropertyValue Value)[] members) =>
        PropertyValue.Of(members.Select(member => KeyValuePair.Create(member.Key, member.Value)));
}
