namespace Platform.Components.Security;

/// <summary>What a caller may choose; <see cref="EncryptionKey"/> decides the rest.</summary>
public sealed class EncryptionKeyArgs : ResourceArgs
{
    /// <summary>What the key encrypts, in a few words; part of its description.</summary>
    [Input("purpose", required: true)] public required string Purpose { get; init; }

    /// <summary>Days between a request to delete the key and its end, 7 to 30. Default: 30.</summary>
    [Input("deletionWindowDays")] public int? DeletionWindowDays { get; init; }

    /// <summary>
    /// Region of the key, for what AWS keeps in a region of its own, as the logs of a CDN's firewall. Default: the provider's.
    /// </summary>
    [Input("region")] public string? Region { get; init; }

    /// <summary>
    /// Whether keys of other regions may share its material, so that what it encrypts can be read there after this region is lost.
    /// It is decided once: AWS makes no key multi-region later. Default: false.
    /// </summary>
    [Input("multiRegion")] public bool? MultiRegion { get; init; }

    /// <summary>Multi-region key of another region, by ARN, whose material this key shares. Default: it has material of its own.</summary>
    [Input("replicaOf")] public Input<string>? ReplicaOf { get; init; }

    /// <summary>
    /// Whether it stays when it is taken out of the program; what it encrypted cannot be read without it. Default: true.
    /// </summary>
    [Input("protected")] public bool? Protected { get; init; }

    /// <summary>
    /// Other accounts, by id, that may use what it encrypts, such as the one that keeps copies of backups; their own policies decide who
    /// there. Default: none.
    /// </summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>
    /// Services that use the key in their own name. Most need none: they act with the rights of their caller. Default: none.
    /// </summary>
    public IReadOnlyList<KeyService> Services { get; init; } = [];
}

/// <summary>A service that must be named in the policy of a key to use it.</summary>
public enum KeyService
{
    /// <summary>CloudWatch Logs, for the log groups of the account and region.</summary>
    Logs,

    /// <summary>EC2 Auto Scaling, which starts machines with encrypted disks in its own name.</summary>
    AutoScaling,

    /// <summary>CloudTrail, for the trails of the account.</summary>
    Trail,

    /// <summary>Services that send notifications through a topic of the account: alarms, budgets, events.</summary>
    Notifications,
}
