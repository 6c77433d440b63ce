using System.Collections.Immutable;
using Platform.Components.Compute;
using Platform.Components.Observability.Objectives;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Data.Cache;

/// <summary>
/// A cache that asks everybody for a name and a password, over TLS only, and tells who was slow. On nodes of a size, on shards of such nodes
/// (cluster mode), or serverless. Clients of the latter two must speak the protocol of a cluster; <c>CACHE_CLUSTER=true</c> tells them.
/// </summary>
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
        this.Require(CacheProblems.Of(args));
        var child = new CustomResourceOptions { Parent = this };
        var access = new ClientAccess(name, args.Network.VpcId, Port, "Valkey", child);
        var users = new CacheUsers(name, args, child);
        var cache = args.Serverless is null ? OnNodes(name, args, access, users, child) : ServerlessNodes.Register(name, args, access, users, child);

        Connection = new Connection
        {
            Name = name,
            ClientSecurityGroupId = access.ClientGroupId,
            ServerSecurityGroupId = access.ServerGroupId,
            Port = access.Port,
            Cidr = args.Network.Cidr,
            SecretKeyArn = args.SecretKeyArn,
            Secrets = ImmutableDictionary<string, Input<string>>.Empty.Add("CACHE_PASSWORD", users.PasswordArn),
            Environment = cache.Environment(Port),
        };
        (Endpoint, Arn) = (cache.Host, cache.Arn);
        (Signals, Objectives) = (cache.Signals, cache.Objectives);
        GlobalId = Datastore?.Id.ToOutput() ?? Output.Create("");
        About = this.Declare(ServiceTier.Cache, options, new Dictionary<string, object>
        {
            ["cacheHitPercent"] = ServiceTargets.CacheHitPercent,
        }, signals: Signals);
        RegisterOutputs();
    }

    /// <summary>Address of the node that takes writes; of a cache with shards, or without nodes, the one that knows which node has what.</summary>
    [Output("endpoint")] public Output<string> Endpoint { get; private set; }

    /// <summary>ARN to hand to an IAM policy.</summary>
    [Output("arn")] public Output<string> Arn { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<Signal> Signals { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Objective> Objectives { get; }

    /// <summary>Id of the Global Datastore it belongs to; empty when it belongs to none.</summary>
    [Output("globalId")] public Output<string> GlobalId { get; private set; }

    /// <summary>The Global Datastore it belongs to, for caches of other regions to follow; null when it belongs to none.</summary>
    public CacheDatastore? Datastore { get; private set; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    /// <summary>The right to connect, to hand to a service.</summary>
    public Connection Connection { get; }

    private CacheEndpoint OnNodes(string name, ValkeyCacheArgs args, ClientAccess access, CacheUsers users, CustomResourceOptions child)
    {
        var group = CacheNodes.Register(name, args, access, users, child);
        CacheScaling.Register(name, args, group, child);
        Datastore = args.Global == true
            ? CacheDatastore.Of(GlobalDatastore.Register(name, group, CustomResourceOptions.Merge(child, Stateful.Options(args.Protected))), args)
            : args.Follows;
        if (args.Shards is { } shards)
        {
            return new(group.ConfigurationEndpointAddress, group.Arn, IsCluster: true)
            {
                Signals = [.. CacheSignals.OfShards(group.ReplicationGroupId, shards, args.Nodes!.Value, args.NodeType!), .. Between(CacheSignals.FirstOfShards(group.ReplicationGroupId, args.Nodes!.Value))],
            };
        }

        var members = CacheSignals.Members(group.ReplicationGroupId, args.Nodes!.Value);
        return new(group.PrimaryEndpointAddress, group.Arn, IsCluster: false)
        {
            Signals = [.. CacheSignals.Of(members, args.NodeType!), .. Between(members)],
            Objectives = [DataObjectives.Hits("CacheClusterId", members)],
        };
    }

    private Signal[] Between(List<Output<string>> members) => Datastore is null ? [] : [CacheSignals.BehindOtherRegion(members)];
}
