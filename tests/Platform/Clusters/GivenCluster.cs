using System.Collections.Immutable;
using Platform.Components.Clusters;
using Platform.Components.Clusters.Access;
using Platform.Components.Clusters.Nodes;
using Platform.Components.Compute;
using Platform.Components.Network;

namespace Platform.Tests.Clusters;

/// <summary>The two clusters the environments ask for: prod leaves nodes to EKS, staging has a small group of its own.</summary>
internal static class GivenCluster
{
    public static Connection Orders { get; } = new()
    {
        Name = "orders",
        ClientSecurityGroupId = "sg-orders-clients",
        ServerSecurityGroupId = "sg-orders",
        Port = 5432,
        Cidr = "10.99.16.0/20",
        SecretKeyArn = "arn:key/secrets",
        Environment = ImmutableDictionary<string, Input<string>>.Empty.Add("DB_HOST", "orders.example"),
        Secrets = ImmutableDictionary<string, Input<string>>.Empty
            .Add("DB_PASSWORD", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-AbCdEf:password::")
            .Add("LICENCE", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:licence-AbCdEf"),
    };

    public static KubernetesClusterArgs Prod(Action<Settings>? change = null) => Args(new() { Compute = new AutoMode { MaxCpus = 200 } }, change);

    public static KubernetesClusterArgs Staging(Action<Settings>? change = null) => Args(new()
    {
        Compute = new ManagedNodes { InstanceTypes = ["m7g.large"], Min = 2, Max = 6 },
        Protect = false,
        LogRetentionDays = 30,
    }, change);

    private static KubernetesClusterArgs Args(Settings settings, Action<Settings>? change)
    {
        change?.Invoke(settings);
        return new()
        {
            Version = settings.Version,
            Compute = settings.Compute,
            Network = settings.Network,
            DataKeyArn = "arn:key/data",
            LogsKeyArn = "arn:key/logs",
            Uses = settings.Uses,
            Access = settings.Access,
            ApiClients = new Dictionary<string, Input<string>> { ["runner"] = "sg-runner" },
            PublicAccessCidrs = settings.PublicAccessCidrs,
            ServiceCidr = settings.ServiceCidr,
            Protect = settings.Protect,
            LogRetentionDays = settings.LogRetentionDays,
            ServiceAccountRoles = settings.ServiceAccountRoles,
            Tags = new Dictionary<string, string> { ["team"] = "shop", ["cost-center"] = "42" },
            AddOnVersions = settings.AddOnVersions,
        };
    }

    /// <summary>What a test changes.</summary>
    internal sealed class Settings
    {
        public string Version { get; set; } = "1.35";

        public required ClusterCompute Compute { get; set; }

        public INetwork Network { get; set; } = Given.Network;

        public IReadOnlyList<Connection> Uses { get; set; } = [Orders];

        public IReadOnlyDictionary<string, ClusterAccess> Access { get; set; } = new Dictionary<string, ClusterAccess>
        {
            ["deploy"] = new() { PrincipalArn = "arn:role/deploy", Level = AccessLevel.ClusterAdmin },
            ["shop"] = new() { PrincipalArn = "arn:role/shop", Level = AccessLevel.Edit, Namespaces = ["shop"] },
        };

        public IReadOnlyList<string> PublicAccessCidrs { get; set; } = [];

        public string? ServiceCidr { get; set; }

        public bool? Protect { get; set; }

        public int? LogRetentionDays { get; set; }

        public bool? ServiceAccountRoles { get; set; }

        public IReadOnlyDictionary<string, string> AddOnVersions { get; set; } = new Dictionary<string, string>();
    }
}
