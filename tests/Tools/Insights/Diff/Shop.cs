using Platform.Graph;

namespace Platform.Tests.Tools.Insights;

/// <summary>A small stack with one of everything that the prepared pairs change.</summary>
internal static class Shop
{
    public const string Head = "urn:pulumi:dev::shop::";
    public const string Stack = Head + "pulumi:pulumi:Stack::shop-dev";

    public static readonly string Vpc = Urn("aws:ec2/vpc:Vpc", "network");
    public static readonly string Subnet = Urn("aws:ec2/subnet:Subnet", "private");
    public static readonly string Group = Urn("aws:ec2/securityGroup:SecurityGroup", "database");
    public static readonly string Subnets = Urn("aws:rds/subnetGroup:SubnetGroup", "database");
    public static readonly string Database = Urn("aws:rds/instance:Instance", "orders");
    public static readonly string Nodes = Urn("aws:eks/nodeGroup:NodeGroup", "workers");
    public static readonly string Bucket = Urn("aws:s3/bucket:Bucket", "files");

    public static ResourceGraph Plan(params Resource[] changed) => new(
        "shop", "dev", Resources().Where(resource => !changed.Any(other => other.Urn == resource.Urn)).Concat(changed));

    public static ResourceGraph Without(string urn, params Resource[] added) =>
        new("shop", "dev", Plan(added).Resources.Where(resource => resource.Urn != urn));

    public static Resource Get(string urn) => Resources().Single(resource => resource.Urn == urn);

    public static Resource With(string urn, params (string Key, PropertyValue Value)[] inputs)
    {
        var resource = Get(urn);
        return resource with { Inputs = new(resource.Inputs.Members.SetItems(inputs.Select(input => KeyValuePair.Create(input.Key, input.Value)))) };
    }

    public static IEnumerable<Resource> Resources()
    {
        yield return new() { Urn = Stack, Type = ResourceGraph.StackType, Name = "shop-dev" };
        yield return Aws("aws:ec2/vpc:Vpc", "network", "vpc-0ff1a", Map(("cidrBlock", Of("10.0.0.0/16"))));
        yield return Aws(
            "aws:ec2/subnet:Subnet", "private", "subnet-0ff1b", Map(("cidrBlock", Of("10.0.1.0/24")), ("vpcId", Of("vpc-0ff1a"))), [new("vpcId", Vpc, "id", PlaceholderMatch.Exact)]);
        yield return Aws(
            "aws:ec2/securityGroup:SecurityGroup", "database", "sg-0ff1c", Map(("description", Of("database")), ("vpcId", Of("vpc-0ff1a"))), [new("vpcId", Vpc, "id", PlaceholderMatch.Exact)]);
        yield return Aws(
            "aws:rds/subnetGroup:SubnetGroup", "database", "database-0ff1d", Map(("subnetIds", List("subnet-0ff1b"))), [new("subnetIds[0]", Subnet, "id", PlaceholderMatch.Exact)],
            Map(("name", Of("database-0ff1d"))));
        yield return Aws(
            "aws:rds/instance:Instance",
            "orders",
            "db-0FF1E",
            Map(
                ("allocatedStorage", PropertyValue.Of(20)),
                ("applyImmediately", PropertyValue.Of(false)),
                ("dbSubnetGroupName", Of("database-0ff1d")),
                ("engine", Of("postgres")),
                ("engineVersion", Of("17.4")),
                ("instanceClass", Of("db.t4g.micro")),
                ("maintenanceWindow", Of("tue:08:00-tue:09:00")),
                ("password", PropertyValue.Secret),
                ("storageEncrypted", PropertyValue.Of(true)),
                ("tags", Map(("team", Of("orders")))),
                ("vpcSecurityGroupIds", List("sg-0ff1c"))),
            [
                new("dbSubnetGroupName", Subnets, "name", PlaceholderMatch.Exact),
                new("vpcSecurityGroupIds[0]", Group, "id", PlaceholderMatch.Exact),
            ]);
        yield return Aws(
            "aws:eks/nodeGroup:NodeGroup", "workers", "nodes-0ff1f",
            Map(("clusterName", Of("shop")), ("scalingConfig", Map(("desiredSize", PropertyValue.Of(2)), ("maxSize", PropertyValue.Of(4)), ("minSize", PropertyValue.Of(2))))));
        yield return Aws("aws:s3/bucket:Bucket", "files", "files-0ff20", MapValue.Empty, [], Map(("arn", Of("arn:aws:s3:::files-0ff20"))));
    }

    public static Resource Aws(string type, string name, string id, MapValue inputs, Placeholder[]? placeholders = null, MapValue? outputs = null) => new()
    {
        Urn = Urn(type, name),
        Type = type,
        Name = name,
        Parent = Stack,
        Custom = true,
        Id = id,
        Region = "eu-west-1",
        Inputs = inputs,
        Outputs = outputs ?? MapValue.Empty,
        Placeholders = [.. placeholders ?? []],
    };

    public static string Urn(string type, string name) => $"{Head}{type}::{name}";

    public static PropertyValue Of(string text) => PropertyValue.Of(text);

    public static PropertyValue List(params string[] items) => PropertyValue.Of(items.Select(PropertyValue.Of));

    public static MapValue Map(params (string Key, PropertyValue Value)[] members) =>
        PropertyValue.Of(members.Select(member => KeyValuePair.Create(member.Key, member.Value)));
}
