using Platform.Components.Accounts;
using Platform.Components.Compute;
using Platform.Components.Data;
using Platform.Components.Entry;
using Platform.Components.Network;
using Platform.Components.Security;

namespace Platform.Stacks;

/// <summary>
/// Feature work: everything there is, as small as it gets, on spot capacity and only while people work. Nothing in it is protected
/// from deletion, since nothing in it is anybody's only copy. Read downwards, it is the way of a request.
/// </summary>
public sealed class DevStack : Stack
{
    private const int LogDays = 14;

    /// <summary>Registers the environment.</summary>
    /// <param name="settings">Its numbers.</param>
    public DevStack(PlatformSettings settings)
    {
        var account = new CloudAccount("account", new()
        {
            Region = settings.Account.Region,
            AllowedAccountIds = settings.Account.AllowedAccountIds,
            Tags = settings.Ownership.TagsOf("dev"),
        });

        var keys = new KeyRing("keys", new() { DeletionWindowDays = 7 }, account.Here);

        var network = new PrivateNetwork("network", new()
        {
            Cidr = settings.Network.Cidr,
            Zones = settings.Network.Zones,
            Nat = settings.Network.Nat,
            LogKeyArn = keys.Logs,
            DiskKeyArn = keys.Data,
            FlowLogSeconds = 600,
            FlowLogRetentionDays = LogDays,
        }, account.Here);

        var certificate = new DomainCertificate("entry", new()
        {
            DomainName = settings.Domain.Name,
            HostedZoneId = settings.Domain.HostedZoneId,
        }, account.Here);

        var entry = new WebLoadBalancer("entry", new()
        {
            Network = network,
            CertificateArn = certificate.Arn,
            AllowFrom = AllowedSource.From(settings.Entry.AllowFrom),
            InternetFacing = true,
            LogRetentionDays = LogDays,
            Protected = false,
        }, account.Here);

        new DomainAlias("entry", new()
        {
            DomainName = settings.Domain.Name,
            HostedZoneId = settings.Domain.HostedZoneId,
            Target = entry.Address,
        }, account.Here);

        var cache = new ValkeyCache("cache", new()
        {
            Network = network,
            Version = settings.Cache.Version,
            NodeType = settings.Cache.NodeType,
            Nodes = 1,
            SnapshotDays = 0,
            KeyArn = keys.Data,
            LogKeyArn = keys.Logs,
            SecretKeyArn = keys.Secrets,
            LogRetentionDays = LogDays,
            Protected = false,
        }, account.Here);

        var database = new PostgresDatabase("database", new()
        {
            Network = network,
            Version = settings.Database.Version,
            InstanceClass = settings.Database.InstanceClass,
            StorageGiB = settings.Database.StorageGiB,
            MaxStorageGiB = settings.Database.MaxStorageGiB,
            BackupDays = 1,
            KeyArn = keys.Data,
            LogKeyArn = keys.Logs,
            SecretKeyArn = keys.Secrets,
            LogRetentionDays = LogDays,
            Protected = false,
            WorkingHours = settings.WorkingHours,
        }, account.Here);

        var images = new ContainerRepository("app", new() { KeyArn = keys.Data, DestroyWithContent = true }, account.Here);
        var cluster = new ContainerCluster("cluster", new() { KeyArn = keys.Logs, LogRetentionDays = LogDays }, account.Here);

        var app = new FargateService("app", new()
        {
            Network = network,
            ClusterName = cluster.ClusterName,
            Target = entry.Target,
            Image = settings.App.Image,
            RepositoryArn = images.Arn,
            Cpu = settings.App.Cpu,
            Memory = settings.App.Memory,
            MinTasks = settings.App.MinTasks,
            MaxTasks = settings.App.MaxTasks,
            SpotPercent = 100,
            Uses = [cache.Connection, database.Connection],
            LogKeyArn = keys.Logs,
            LogRetentionDays = LogDays,
            WorkingHours = settings.WorkingHours,
        }, account.Here);

        Url = Output.Create($"https://{settings.Domain.Name}");
        (ImageRepository, ServiceName, DatabaseSecretArn) = (images.Url, app.ServiceName, database.SecretArn);
    }

    /// <summary>Where the application answers.</summary>
    [Output("url")] public Output<string> Url { get; private set; }

    /// <summary>Where its images are pushed.</summary>
    [Output("imageRepository")] public Output<string> ImageRepository { get; private set; }

    /// <summary>Name of the ECS service.</summary>
    [Output("serviceName")] public Output<string> ServiceName { get; private set; }

    /// <summary>Where user and password of the database are stored.</summary>
    [Output("databaseSecretArn")] public Output<string> DatabaseSecretArn { get; private set; }
}
