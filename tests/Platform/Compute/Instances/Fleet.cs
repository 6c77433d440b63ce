using System.Collections.Immutable;
using Platform.Components.Compute;
using Platform.Components.Compute.Instances;
using Platform.Components.Compute.Instances.Fleets;
using Platform.Components.Entry;
using Platform.Components.Network;
using Platform.Components.Scheduling;

namespace Platform.Tests.Compute.Instances;

/// <summary>A service on machines, sound unless a test says otherwise.</summary>
internal static class Fleet
{
    public const string Secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-AbCdEf:password::";

    public static InstanceShape Shape { get; } = new() { MinVcpus = 2, MaxVcpus = 4, MinMemoryGiB = 4, MaxMemoryGiB = 16 };

    public static WorkingHours Office { get; } = new(new TimeOnly(7, 0), new TimeOnly(18, 30));

    public static AutoScalingService Service(
        string image = Given.Image,
        string machine = "ami-0123456789abcdef0",
        int min = 2,
        int? max = null,
        int? warm = null,
        bool forecast = false,
        string? boundary = null,
        InstanceShape? shape = null,
        PurchaseMix? purchase = null,
        WorkingHours? hours = null,
        LoadBalancerTarget? target = null,
        IReadOnlyDictionary<string, string>? environment = null,
        string? repository = "arn:repository",
        INetwork? network = null) => new("shop", new()
    {
        Network = network ?? Given.Network,
        Target = target ?? Given.InstanceTarget,
        Image = image,
        RepositoryArn = repository is null ? null : (Input<string>)repository,
        MachineImageId = machine,
        Shape = shape ?? Shape,
        Purchase = purchase ?? new PurchaseMix(0, 0),
        MinInstances = min,
        MaxInstances = max,
        WarmInstances = warm,
        Forecast = forecast,
        PermissionsBoundaryArn = boundary,
        Uses =
        [
            new Connection
            {
                Name = "database",
                ClientSecurityGroupId = "sg-database-client",
                ServerSecurityGroupId = "sg-database",
                Port = 5432,
                Cidr = "10.99.0.0/16",
                Environment = ImmutableDictionary<string, Input<string>>.Empty.Add("DB_HOST", "db.example"),
                Secrets = ImmutableDictionary<string, Input<string>>.Empty.Add("DB_PASSWORD", Secret),
                SecretKeyArn = "arn:key/secrets",
            },
        ],
        Environment = environment ?? new Dictionary<string, string>(),
        LogKeyArn = "arn:key/logs",
        LogRetentionDays = 14,
        WorkingHours = hours,
        InstanceTags = new Dictionary<string, string> { ["Owner"] = "team-shop" },
    });
}
