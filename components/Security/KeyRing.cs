using System.Collections.Immutable;

namespace Platform.Components.Security;

/// <summary>The keys of one environment and region, one for each domain of data: who may read logs may not therefore read passwords.
/// </summary>
/// <example><code>var keys = new KeyRing("keys", new() { DeletionWindowDays = 7 });</code></example>
public sealed class KeyRing : ComponentResource
{
    /// <summary>Registers the keys.</summary>
    /// <param name="name">Logical name; the keys are named after it and their domain.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    public KeyRing(string name, KeyRingArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:KeyRing", name, args, options)
    {
        var days = this.InRange("deletionWindowDays", args.DeletionWindowDays ?? 30, min: 7, max: 30);
        this.Require(
            args.ReplicaOf is not { IsMultiRegion: false },
            "the keys of replicaOf belong to their region alone, and AWS cannot change that. Make that ring with multiRegion.");
        (DeletionWindowDays, IsMultiRegion) = (days, args.MultiRegion == true);

        Logs = Key("logs", "log groups", args.ReplicaOf?.Logs, [], KeyService.Logs);
        Data = Key("data", "databases, caches, disks and images", args.ReplicaOf?.Data, args.BackupAccounts, KeyService.AutoScaling);   // groups start machines with such disks
        Secrets = Key("secrets", "passwords", args.ReplicaOf?.Secrets, []);
        About = this.Declare(ServiceTier.Foundation, options);
        RegisterOutputs();

        Output<string> Key(string domain, string purpose, Output<string>? primary, IReadOnlyList<string> accounts, params KeyService[] services) => new EncryptionKey(
            $"{name}-{domain}",
            new()
            {
                Purpose = purpose,
                DeletionWindowDays = days,
                Services = services,
                Accounts = accounts,
                MultiRegion = args.MultiRegion,
                ReplicaOf = primary!,
                Protected = args.Protected,
            },
            new ComponentResourceOptions { Parent = this }).Arn;
    }

    /// <summary>ARN of the key for log groups; CloudWatch Logs may use it.</summary>
    [Output("logs")] public Output<string> Logs { get; private set; }

    /// <summary>ARN of the key for databases, caches, disks and images.</summary>
    [Output("data")] public Output<string> Data { get; private set; }

    /// <summary>ARN of the key for passwords.</summary>
    [Output("secrets")] public Output<string> Secrets { get; private set; }

    /// <summary>Days between a request to delete a key and its end; for keys that belong to the ring but live elsewhere.</summary>
    [Output("deletionWindowDays")] public int DeletionWindowDays { get; private set; }

    /// <summary>Whether rings of other regions may share the material of its keys.</summary>
    public bool IsMultiRegion { get; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }
}

/// <summary>What a caller may choose; <see cref="KeyRing"/> decides the rest.</summary>
public sealed class KeyRingArgs : ResourceArgs
{
    /// <summary>Days between a request to delete a key and its end, 7 to 30. Default: 30.</summary>
    [Input("deletionWindowDays")] public int? DeletionWindowDays { get; init; }

    /// <summary>Whether a ring of another region may share the material of its keys; decided once. Default: false.</summary>
    [Input("multiRegion")] public bool? MultiRegion { get; init; }

    /// <summary>The ring of another region whose material its keys share, so that either region reads what the other wrote. Default: none.</summary>
    public KeyRing? ReplicaOf { get; init; }

    /// <summary>Accounts, by id, that keep copies of the backups of what the key for data encrypts. Default: none.</summary>
    public IReadOnlyList<string> BackupAccounts { get; init; } = [];

    /// <summary>Whether the keys stay when they are taken out of the program. Default: true.</summary>
    [Input("protected")] public bool? Protected { get; init; }
}
