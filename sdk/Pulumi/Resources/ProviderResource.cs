namespace Pulumi;

/// <summary>A provider with a configuration of its own.</summary>
public class ProviderResource : CustomResource
{
    private const string TypePrefix = "pulumi:providers:";

    /// <summary>Registers a provider.</summary>
    /// <param name="package">The package whose resources it manages, such as <c>aws</c>.</param>
    /// <param name="name">Its name, unique among providers of the package in the stack.</param>
    /// <param name="args">Its configuration.</param>
    /// <param name="options">How the engine is to treat it. Default: no special way.</param>
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : this(package, name, args, options, registerPackageRequest: null)
    {
    }

    /// <summary>Registers a provider of a parameterized package.</summary>
    /// <param name="package">The package whose resources it manages, such as <c>aws</c>.</param>
    /// <param name="name">Its name, unique among providers of the package in the stack.</param>
    /// <param name="args">Its configuration.</param>
    /// <param name="options">How the engine is to treat it. Default: no special way.</param>
    /// <param name="registerPackageRequest">The package. Default: the one named by <paramref name="package"/>.</param>
    public ProviderResource(
        string package, string name, ResourceArgs args, CustomResourceOptions? options, RegisterPackageRequest? registerPackageRequest = null)
        : base(TypePrefix + package, name, args, options, registerPackageRequest)
    {
        Package = package;
    }

    private protected ProviderResource(string package, string name)
        : base(TypePrefix + package, name)
    {
        Package = package;
    }

    internal string Package { get; }

    /// <summary>How requests name the provider: <c>URN::ID</c>.</summary>
    internal async ValueTask<string> GetReferenceAsync()
    {
        var urn = await Urn.GetDataAsync().ConfigureAwait(false);
        var id = await Id.GetDataAsync().ConfigureAwait(false);
        return $"{urn.Value}::{(id.IsKnown && !string.IsNullOrEmpty(id.Value) ? id.Value : Serialization.Signatures.Unknown)}";
    }

    /// <summary>The package of a type token; null if it has none, as the engine's own types.</summary>
    internal static string? PackageOf(string type)
    {
        var first = type.IndexOf(':', StringComparison.Ordinal);
        var last = type.LastIndexOf(':');
        var isThreePart = first > 0 && last > first && type.IndexOf(':', first + 1) == last;
        return isThreePart ? type[..first] : null;
    }
}
