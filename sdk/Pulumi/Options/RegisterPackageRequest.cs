using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>The package a resource comes from, where its type token does not say it: a parameterized provider.</summary>
public sealed class RegisterPackageRequest
{
    /// <summary>Describes a package.</summary>
    /// <param name="name">The plugin's name.</param>
    /// <param name="version">The plugin's version.</param>
    /// <param name="downloadUrl">Where the plugin can be fetched. Default: the usual place.</param>
    /// <param name="checksums">Checksums of the plugin by platform. Default: none.</param>
    /// <param name="parameterization">What turns the plugin into another package. Default: nothing.</param>
    [SuppressMessage("Design", "CA1054:URI-like parameters should not be strings", Justification = "The official signature.")]
    public RegisterPackageRequest(
        string name,
        string version,
        string? downloadUrl,
        Dictionary<string, byte[]>? checksums = null,
        PackageParameterization? parameterization = null)
    {
        Name = name;
        Version = version;
        DownloadUrl = downloadUrl ?? "";
        Checksums = checksums ?? [];
        Parameterization = parameterization;
    }

    /// <summary>The plugin's name.</summary>
    public string Name { get; }

    /// <summary>The plugin's version.</summary>
    public string Version { get; }

    /// <summary>Where the plugin can be fetched; empty for the usual place.</summary>
    [SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "The official signature.")]
    public string DownloadUrl { get; }

    /// <summary>Checksums of the plugin by platform.</summary>
    public Dictionary<string, byte[]> Checksums { get; }

    /// <summary>What turns the plugin into another package; null for the plugin's own package.</summary>
    public PackageParameterization? Parameterization { get; }

    /// <summary>A package made by a plugin from a parameter.</summary>
    /// <param name="name">The package's name.</param>
    /// <param name="version">The package's version.</param>
    /// <param name="value">The parameter, which only the plugin understands.</param>
    [SuppressMessage("Design", "CA1034:Nested types should not be visible", Justification = "The official name.")]
    public sealed class PackageParameterization(string name, string version, byte[] value)
    {
        /// <summary>The package's name.</summary>
        public string Name { get; } = name;

        /// <summary>The package's version.</summary>
        public string Version { get; } = version;

        /// <summary>The parameter, which only the plugin understands.</summary>
        [SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "The official signature.")]
        public byte[] Value { get; } = value;
    }
}
