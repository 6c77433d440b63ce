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
        DeletionWindowDays = days;

        Logs = Key("logs", "log groups", KeyService.Logs);
        Data = Key("data", "databases, caches, disks and images", KeyService.AutoScaling);   // groups start machines with such disks
        Secrets = Key("secrets", "passwords");
        About = this.Declare(ServiceTier.Foundation, options);
        RegisterOutputs();

        Output<string> Key(string domain, string purpose, params KeyService[] services) => new EncryptionKey(
            $"{name}-{domain}",
            new() { Purpose = purpose, DeletionWindowDays = days, Services = services },
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

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }
}

/// <summary>What a caller may choose; <see cref="KeyRing"/> decides the rest.</summary>
public sealed class KeyRingArgs : ResourceArgs
{
    /// <summary>Days between a request to delete a key and its end, 7 to 30. Default: 30.</summary>
    [Input("deletionWindowDays")] public int? DeletionWindowDays { get; init; }
}
