namespace Pulumi.Serialization;

/// <summary>The marks by which the wire protocol tells special values from plain ones.</summary>
internal static class Signatures
{
    public const string Key = "4dabf18193072939515e22adb298388d";
    public const string Secret = "1b47061264138c4ac30d75fd1eb44270";
    public const string Asset = "c44067f5952c0a294b673a41bacd8c17";
    public const string Archive = "0def7320c3a5731c473e5ecbe6d01bc7";
    public const string Resource = "5cf8f73096256a8f31e491e813e4eb8e";
    public const string OutputValue = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    /// <summary>Stands for a value that is not known yet.</summary>
    public const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    public const string Value = "value";
    public const string IsSecret = "secret";
    public const string Dependencies = "dependencies";
    public const string Urn = "urn";
    public const string Id = "id";
    public const string PackageVersion = "packageVersion";
    public const string Assets = "assets";
    public const string Text = "text";
    public const string Path = "path";
    public const string Uri = "uri";
}
