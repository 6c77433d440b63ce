using System.Collections.Immutable;
using Platform.Components.Identity;

namespace Platform.Components.Compute;

/// <summary>
/// The right to use a database, a cache or the like, handed from the component that owns it to a service that needs it. Network rules,
/// environment and permissions of the service follow from the connections it is given, and from nothing else.
/// </summary>
public sealed record Connection
{
    /// <summary>Stable name of the server, such as <c>database</c>; rules are named after it.</summary>
    public required string Name { get; init; }

    /// <summary>Security group whose members may connect.</summary>
    public required Input<string> ClientSecurityGroupId { get; init; }

    /// <summary>Security group of the server, for clients that cannot become members of <see cref="ClientSecurityGroupId"/>.</summary>
    public required Input<string> ServerSecurityGroupId { get; init; }

    /// <summary>TCP port the server listens on.</summary>
    public required int Port { get; init; }

    /// <summary>Addresses among which the server has its own, which may change.</summary>
    public required Input<string> Cidr { get; init; }

    /// <summary>Environment variables that say where to connect; nothing secret.</summary>
    public ImmutableDictionary<string, Input<string>> Environment { get; init; } = ImmutableDictionary<string, Input<string>>.Empty;

    /// <summary>Environment variables that ECS fills from a secret when a task starts, by name, with the ARN of the secret.</summary>
    public ImmutableDictionary<string, Input<string>> Secrets { get; init; } = ImmutableDictionary<string, Input<string>>.Empty;

    /// <summary>Secrets that the service reads by itself, since they change while it runs.</summary>
    public ImmutableArray<Input<string>> LiveSecretArns { get; init; } = [];

    /// <summary>Key that encrypts the secrets.</summary>
    public required Input<string> SecretKeyArn { get; init; }

    /// <summary>What the service's own role may do besides reading secrets, such as to sign in to the server as one user of it.</summary>
    internal ImmutableArray<Statement> Rights { get; init; } = [];

    internal bool HasSecrets => !Secrets.IsEmpty || !LiveSecretArns.IsEmpty;

    /// <summary>
    /// The same under another name, so that a service can use two of a kind: with <c>REPORTS</c>, <c>DATABASE_HOST</c> becomes
    /// <c>REPORTS_HOST</c>.
    /// </summary>
    /// <param name="prefix">First word of its environment variables.</param>
    public Connection As(string prefix) => this with
    {
        Name = prefix.ToLowerInvariant(),
        Environment = Environment.ToImmutableDictionary(pair => Renamed(pair.Key, prefix), pair => pair.Value),
        Secrets = Secrets.ToImmutableDictionary(pair => Renamed(pair.Key, prefix), pair => pair.Value),
    };

    /// <summary>The rights of several connections, numbered, since a policy names each of its statements once.</summary>
    internal static IEnumerable<Statement> RightsOf(IEnumerable<Connection> uses) =>
        uses.SelectMany(use => use.Rights).Select((right, index) => right with { Sid = $"{right.Sid}{index}" });

    private static string Renamed(string variable, string prefix) =>
        prefix + variable[Math.Max(0, variable.IndexOf('_', StringComparison.Ordinal))..];
}
