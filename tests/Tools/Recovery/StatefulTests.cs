using System.Text.RegularExpressions;
using Platform.Graph;
using Platform.Tests.Tools.Repository;

namespace Platform.Tests.Tools.Recovery;

/// <summary>Whatever holds data in staging and prod is protected, encrypted under a key of ours, backed up, and outlives its deletion.</summary>
public partial class StatefulTests
{
    /// <summary>Types whose names sound like data and hold none, with the reason.</summary>
    private static readonly Dictionary<string, string> NoData = new(StringComparer.Ordinal)
    {
        ["aws:ecs/cluster:Cluster"] = "a name for tasks",
        ["aws:eks/cluster:Cluster"] = "what runs in it is in the program; its volumes would be types of their own",
        ["aws:route53/keySigningKey:KeySigningKey"] = "made again by signing again",
        ["aws:route53/zone:Zone"] = "its records are in the program; name servers change with it, so it is protected by its component",
        ["aws:ec2/instance:Instance"] = "a way out to the internet",
        ["aws:cloudfront/publicKey:PublicKey"] = "public",
        ["aws:cloudfront/keyValueStore:KeyValueStore"] = "filled by the program",
        ["aws:ec2/defaultRouteTable:DefaultRouteTable"] = "ways, not data",
        ["aws:ec2/routeTable:RouteTable"] = "ways, not data",
        ["aws:sqs/queue:Queue"] = "messages on their way",
    };

    /// <summary>Buckets that S3 itself must encrypt, by the end of their name, with the reason.</summary>
    private static readonly Dictionary<string, string> KeysOfS3 = new(StringComparer.Ordinal)
    {
        ["assets"] = "the CDN publishes it to everybody",
        ["-access"] = "S3 writes its records of requests with no other key",
        ["entry-logs"] = "load balancers write their logs with no other key",
        ["cost-bill"] = "AWS writes the bill in its own name and keeps the original for years",
        ["cdn-logs"] = "the delivery of CDN logs knows no key of ours",
    };

    // Deleted by the provider with a last snapshot; a serverless cache is not, and is kept by AWS instead.
    private static readonly string[] WithLastSnapshot = ["aws:rds/cluster:Cluster", "aws:rds/instance:Instance", "aws:elasticache/replicationGroup:ReplicationGroup"];

    // Forms of the cache that no environment has today.
    private const string Serverless = "staging with a serverless cache";
    private const string Sharded = "prod with shards";

    [Theory]
    [InlineData("staging", 10), InlineData("prod", 25), InlineData(Serverless, 10), InlineData(Sharded, 25)]
    public async Task Everything_that_holds_data_is_protected_and_outlives_its_deletion(string environment, int least)
    {
        var held = Held(await Plans.Of(environment)).ToList();

        Assert.True(held.Count >= least, $"{environment} holds {held.Count}.");
        Assert.All(held, resource => Assert.True(resource.Settings is { Protect: true, RetainOnDelete: true }, $"{resource.Name} ({resource.Type})"));
        Assert.All(held.Where(resource => WithLastSnapshot.Contains(resource.Type)), resource => Assert.EndsWith(
            "-final", Text(resource, "finalSnapshotIdentifier"), StringComparison.Ordinal));
    }

    [Theory, InlineData("staging"), InlineData("prod")]
    public async Task A_reviewer_can_read_who_may_do_what_in_a_cache_since_no_plain_word_is_a_secret(string environment) => Assert.All(
        (await Plans.Of(environment)).OfType("aws:elasticache/user:User"),
        user => Assert.Contains(user.Inputs["accessString"]?.AsText, new[] { "off -@all", "on ~* &* +@all -@admin -@dangerous" }));

    [Theory]
    [InlineData("staging"), InlineData("prod"), InlineData(Serverless), InlineData(Sharded)]
    public async Task Everything_that_holds_data_is_encrypted_under_a_key_of_ours(string environment)
    {
        var plan = await Plans.Of(environment);
        var encrypted = plan.OfType("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration")
            .Where(settings => Mentions(settings.Inputs, "aws:kms"))
            .Select(settings => settings.Name).ToHashSet(StringComparer.Ordinal);

        Assert.All(Held(plan), resource => Assert.True(IsEncrypted(resource, encrypted), $"{resource.Name} ({resource.Type}) has no key of ours."));
        Assert.All(KeysOfS3.Keys, name => Assert.Contains(Held(plan), resource => resource.Type == "aws:s3/bucket:Bucket" && resource.Name.EndsWith(name, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("staging", 7), InlineData("prod", 35), InlineData(Serverless, 7), InlineData(Sharded, 35)]
    public async Task Everything_that_holds_data_is_backed_up(string environment, int days)
    {
        var plan = await Plans.Of(environment);
        var selected = plan.OfType("aws:backup/selection:Selection").SelectMany(selection => Texts(selection.Inputs.Members["resources"])).ToHashSet(StringComparer.Ordinal);

        Assert.All(plan.OfType("aws:rds/instance:Instance"), database =>
        {
            Assert.True(Number(database, "backupRetentionPeriod") >= days, database.Name);
            Assert.Contains(((TextValue)database.Outputs.Members["arn"]).Text, selected);
        });
        Assert.All(plan.OfType("aws:rds/cluster:Cluster"), cluster => Assert.True(Number(cluster, "backupRetentionPeriod") >= days, cluster.Name));
        var caches = plan.OfType("aws:elasticache/replicationGroup:ReplicationGroup").Concat(plan.OfType("aws:elasticache/serverlessCache:ServerlessCache")).ToList();
        Assert.NotEmpty(caches);
        Assert.All(caches, cache => Assert.True(Number(cache, "snapshotRetentionLimit") >= days, cache.Name));
        Assert.All(plan.OfType("aws:secretsmanager/secret:Secret"), secret => Assert.Equal(30, Number(secret, "recoveryWindowInDays")));
        Assert.All(Held(plan).Where(resource => resource.Type.Contains(":kms/", StringComparison.Ordinal) || resource.Type.StartsWith("aws:kms/", StringComparison.Ordinal)), key =>
            Assert.Equal(30, Number(key, "deletionWindowInDays")));
        var versioned = plan.OfType("aws:s3/bucketVersioning:BucketVersioning").Select(versions => versions.Name).ToHashSet(StringComparer.Ordinal);
        Assert.All(plan.OfType("aws:s3/bucket:Bucket"), bucket => Assert.Contains(bucket.Name, versioned));
        Assert.Contains(((TextValue)Assert.Single(plan.OfType("aws:s3/bucket:Bucket"), bucket => bucket.Name == "assets").Outputs.Members["arn"]).Text, selected);
        Assert.Equal(plan.OfType("aws:backup/vault:Vault").Count(), plan.OfType("aws:backup/vaultLockConfiguration:VaultLockConfiguration").Count());
    }

    [Theory]
    [InlineData("staging"), InlineData("prod"), InlineData(Serverless), InlineData(Sharded)]
    public async Task No_type_that_sounds_like_data_is_forgotten(string environment) =>
        Assert.Empty(Forgotten((await Plans.Of(environment)).Resources.Select(resource => resource.Type)));

    [Theory]
    [InlineData("aws:docdb/cluster:Cluster"), InlineData("aws:fsx/ontapFileSystem:OntapFileSystem"), InlineData("aws:memorydb/cluster:Cluster")]
    [InlineData("aws:opensearch/domain:Domain"), InlineData("aws:mq/broker:Broker"), InlineData("aws:ebs/volume:Volume"), InlineData("aws:neptune/cluster:Cluster")]
    [InlineData("aws:redshiftserverless/namespace:Namespace"), InlineData("aws:s3tables/tableBucket:TableBucket"), InlineData("aws:timestreamwrite/table:Table")]
    [InlineData("aws:keyspaces/table:Table"), InlineData("aws:msk/serverlessCluster:ServerlessCluster"), InlineData("aws:kinesis/stream:Stream")]
    public void A_type_that_holds_data_and_that_nobody_has_thought_of_is_noticed(string type) => Assert.Equal([type], Forgotten([type, "aws:ec2/vpc:Vpc"]));

    private static IEnumerable<string> Forgotten(IEnumerable<string> types) => types.Distinct().Where(type =>
        type.StartsWith("aws:", StringComparison.Ordinal) && SoundsLikeData().IsMatch(type) && !StatefulTypes.All.Contains(type) && !NoData.ContainsKey(type));

    private static IEnumerable<Resource> Held(ResourceGraph plan) => plan.Resources.Where(resource => StatefulTypes.All.Contains(resource.Type));

    private static bool IsEncrypted(Resource resource, HashSet<string> buckets) => resource.Type switch
    {
        "aws:s3/bucket:Bucket" => buckets.Contains(resource.Name) || KeysOfS3.Keys.Any(end => resource.Name.EndsWith(end, StringComparison.Ordinal)),
        "aws:kms/key:Key" or "aws:kms/replicaKey:ReplicaKey" or "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup" => true,
        "aws:rds/clusterInstance:ClusterInstance" => true,       // its storage is that of its cluster
        "aws:ecr/repository:Repository" => Mentions(resource.Inputs, "arn:aws:kms:"),
        "aws:backup/vault:Vault" => Text(resource, "kmsKeyArn").StartsWith("arn:aws:kms:", StringComparison.Ordinal),
        _ => Text(resource, "kmsKeyId").StartsWith("arn:aws:kms:", StringComparison.Ordinal),
    };

    private static bool Mentions(PropertyValue value, string text) => Texts(value).Any(each => each.Contains(text, StringComparison.Ordinal));

    private static IEnumerable<string> Texts(PropertyValue value) => value switch
    {
        TextValue text => [text.Text],
        ListValue list => list.Items.SelectMany(Texts),
        MapValue map => map.Members.Values.SelectMany(Texts),
        _ => [],
    };

    private static string Text(Resource resource, string input) => resource.Inputs.Members.GetValueOrDefault(input) is TextValue text ? text.Text : "";

    private static double Number(Resource resource, string input) => resource.Inputs.Members.GetValueOrDefault(input) is NumberValue number ? number.Number : -1;

    [GeneratedRegex("(Broker|Domain|Namespace|Bucket|Table|Database|Instance|Cluster|FileSystem|Volume|Vault|Key|Secret|Repository|Cache|ReplicationGroup|GlobalCluster|Stream|Queue|Zone|Store|UserPool|Ledger)$")]
    private static partial Regex SoundsLikeData();

    private static class Plans
    {
        private static readonly Dictionary<string, Lazy<Task<ResourceGraph>>> Made = new(StringComparer.Ordinal)
        {
            ["staging"] = new(() => OwnPlan.AsWritten("staging")),
            ["prod"] = new(() => OwnPlan.AsWritten("prod")),
            [Serverless] = new(() => OwnPlan.AsWritten("staging", """platform:cache={"version":"8.1","serverless":{"maxStorageGB":10,"maxEcpuPerSecond":10000}}""")),
            [Sharded] = new(() => OwnPlan.AsWritten("prod", """platform:cache={"version":"8.1","nodeType":"cache.r7g.large","shards":2}""")),
        };

        public static Task<ResourceGraph> Of(string environment) => Made[environment].Value;
    }
}
