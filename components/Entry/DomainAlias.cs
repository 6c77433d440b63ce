using System.Collections.Immutable;
using Pulumi.Aws.Route53;
using Pulumi.Aws.Route53.Inputs;

namespace Platform.Components.Entry;

/// <summary>A name that always points to where a load balancer is now.</summary>
/// <example><code>
/// new DomainAlias("shop", new() { DomainName = "dev.shop.example.com", HostedZoneId = zone, Target = entry.Address });
/// </code></example>
public sealed class DomainAlias : ComponentResource
{
    /// <summary>Registers the record.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    public DomainAlias(string name, DomainAliasArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:DomainAlias", name, args, options)
    {
        new Record(name, new()
        {
            ZoneId = args.HostedZoneId,
            Name = args.DomainName,
            Type = "A",
            Aliases = new RecordAliasArgs
            {
                Name = args.Target.DnsName,
                ZoneId = args.Target.ZoneId,
                EvaluateTargetHealth = true,
            },
        }, new CustomResourceOptions { Parent = this });

        About = this.Declare(ServiceTier.Entry, options);
        RegisterOutputs();
    }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }
}

/// <summary>What a caller may choose; <see cref="DomainAlias"/> decides the rest.</summary>
public sealed class DomainAliasArgs : ResourceArgs
{
    /// <summary>Fully qualified name.</summary>
    [Input("domainName", required: true)] public required string DomainName { get; init; }

    /// <summary>Route 53 zone that answers for the name.</summary>
    [Input("hostedZoneId", required: true)] public required Input<string> HostedZoneId { get; init; }

    /// <summary>Where the name points.</summary>
    public required EntryAddress Target { get; init; }
}

/// <summary>Where an entry of the platform is found: the name AWS gave it, and the zone of that name.</summary>
/// <param name="DnsName">Name given by AWS.</param>
/// <param name="ZoneId">AWS's own zone of that name.</param>
public sealed record EntryAddress(Output<string> DnsName, Output<string> ZoneId);
