using System.Collections.Immutable;
using Platform.Components.Compute;
using Platform.Components.Observability;
using Platform.Components.Observability.Objectives;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Data.Cache;

/// <summary>A cache that asks everybody for a name and a password, over TLS only, and tells who was slow.</summary>
public sealed class ValkeyCache : ComponentResource, IObserved, IPromising
{
    private const int Port = 6379;

    /// <summary>Registers the cache and all that belongs to it.</summary>
    /// <param name="name">Logical name; the cache's own name ends in it.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    /// <exception cref="ResourceException">A value is out of range.</exception>
    public ValkeyCache(string name, ValkeyCacheArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:ValkeyCache", name, args, options)
    {
        Check(args);
        var child = new CustomResourceOptions { Parent = this };
        var access = new ClientAccess(name, args.Network.VpcId, Port, "Valkey", child);
        var users = new CacheUsers(name, args, child);

        var group = CacheNodes.Register(name, args, access, users, child);
        GlobalId = args.Global == true
            ? GlobalDatastore.Register(name, group, CustomResourceOptions.Merge(child, Stateful.Options(args.Protected)))
            : args.Follows?.ToOutput() ?? Output.Create("");

        Connection = new Connection
        {
            Name = name,
            ClientSecurityGroupId = access.ClientGroupId,
            ServerSecurityGroupId = access.ServerGroupId,
            Port = access.Port,
            Cidr = args.Network.Cidr,
            SecretKeyArn = args.SecretKeyArn,
            Secrets = ImmutableDictionary<string, Input<string>>.Empty.Add("CACHE_PASSWORD", users.PasswordArn),
            Environment = ImmutableDictionary<string, Input<string>>.Empty
                .Add("CACHE_HOST", group.PrimaryEndpointAddress)
                .Add("CACHE_PORT", $"{Port}")
                .Add("CACHE_USER", CacheUsers.AppUser),
        };
        (Endpoint, Arn) = (group.PrimaryEndpointAddress, group.Arn);
        var members = CacheSignals.Members(group.ReplicationGroupId, args.Nodes);
        (Signals, Objectives) = (CacheSignals.Of(members, args.NodeType), [DataObjectives.Hits(members)]);
        About = this.Declare(ServiceTier.Cache, options, new Dictionary<string, object>
        {
            ["cacheHitPercent"] = ServiceTargets.CacheHitPercent,
        }, signals: Signals);
        RegisterOutputs();
    }

    /// <summary>Address of the node that takes writes.</summary>
    [Output("endpoint")] public Output<string> Endpoint { get; private set; }

    /// <summary>ARN to hand to an IAM policy.</summary>
    [Output("arn")] public Output<string> Arn { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<Signal> Signals { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Objective> Objectives { get; }

    /// <summary>The Global Datastore it belongs to, for caches of other regions to follow; empty when it belongs to none.</summary>
    [Output("globalId")] public Output<string> GlobalId { get; private set; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    /// <summary>The right to connect, to hand to a service.</summary>
    public Connection Connection { get; }

    private void Check(ValkeyCacheArgs args)
    {
        this.Require(
            args.Version is "7.2" or [>= '8' and <= '9', '.', >= '0' and <= '9'],
            $"version is '{args.Version}', but must be a Valkey version such as 8.1; 7.2 or newer.");
        this.Require(
            args.NodeType.StartsWith("cache.", StringComparison.Ordinal),
            $"nodeType is '{args.NodeType}', but must name a node type such as cache.t4g.micro.");
        if ((args.Global == true || args.Follows is not null) && GlobalDatastore.Problem(args.NodeType) is { } problem)
        {
            this.Require(false, problem);
        }

        this.Require(
            args.Global != true || args.Follows is null,
            "global and follows are both set, but a cache is the first of a Global Datastore or follows one. Set one of the two.");
        this.InRange("nodes", args.Nodes, min: 1, max: 6);
        this.InRange("snapshotDays", args.SnapshotDays, min: 0, max: 35);
        this.OneOf("logRetentionDays", args.LogRetentionDays, LogRetention.Days);
    }
}
