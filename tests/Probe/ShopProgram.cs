using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Rds;
using Pulumi.Aws.S3;
using Pulumi.Random;

namespace Platform.Tests.Probe;

/// <summary>A small stack with one of everything that reviewers see changed; each setting makes one such change.</summary>
internal static class ShopProgram
{
    public static Dictionary<string, object?> Run()
    {
        var config = new Config();
        var network = new Vpc("network", new VpcArgs { CidrBlock = "10.0.0.0/16" });
        var first = new Subnet("private-a", new SubnetArgs { VpcId = network.Id, CidrBlock = config.Get("cidr") ?? "10.0.1.0/24" });
        var second = new Subnet("private-b", new SubnetArgs { VpcId = network.Id, CidrBlock = "10.0.3.0/24" });
        var group = new SecurityGroup("database", new SecurityGroupArgs { VpcId = network.Id, Description = config.Get("description") ?? "database" });
        var subnets = new SubnetGroup("database", new SubnetGroupArgs { SubnetIds = { first.Id, second.Id } });
        var password = new RandomPassword("orders", new RandomPasswordArgs { Length = 32, Special = false });
        var database = new Pulumi.Aws.Rds.Instance("orders", new Pulumi.Aws.Rds.InstanceArgs
        {
            AllocatedStorage = 20,
            ApplyImmediately = false,
            DbSubnetGroupName = subnets.Name,
            Engine = "postgres",
            EngineVersion = config.Get("engineVersion") ?? "17.4",
            InstanceClass = config.Get("instanceClass") ?? "db.t4g.micro",
            MaintenanceWindow = "tue:08:00-tue:09:00",
            Username = "orders",
            Password = password.Result,
            StorageEncrypted = config.GetBoolean("encrypted") ?? true,
            Tags = { ["team"] = config.Get("team") ?? "orders" },
            VpcSecurityGroupIds = { group.Id },
        });
        var role = new Role("workers", new RoleArgs
        {
            AssumeRolePolicy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"ec2.amazonaws.com"}}]}""",
        });
        _ = new NodeGroup("workers", new NodeGroupArgs
        {
            ClusterName = "shop",
            NodeRoleArn = role.Arn,
            SubnetIds = { first.Id, second.Id },
            ScalingConfig = new NodeGroupScalingConfigArgs { DesiredSize = config.GetInt32("nodes") ?? 2, MinSize = 2, MaxSize = 6 },
        });
        var files = new Bucket(config.Get("bucket") ?? "files", null, new CustomResourceOptions
        {
            Aliases = config.Get("alias") is { } former ? [new Alias { Name = former }] : [],
        });
        return new() { ["endpoint"] = database.Endpoint, ["files"] = files.BucketName };
    }
}
