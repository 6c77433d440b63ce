using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>How a provider function is called.</summary>
public class InvokeOptions
{
    /// <summary>A resource whose provider is used if none is given. Default: none.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The provider to ask. Default: that of <see cref="Parent"/>, else the package's default provider.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>The version of the provider plugin. Default: that of the package that defines the function.</summary>
    public string? Version { get; set; }

    /// <summary>Where the provider plugin can be fetched. Default: the usual place.</summary>
    [SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "The official signature.")]
    public string? PluginDownloadURL { get; set; }
}

/// <summary>How a provider function is called whose result is an output.</summary>
public sealed class InvokeOutputOptions : InvokeOptions
{
    /// <summary>Resources that must exist before the function is called.</summary>
    public InputList<Resource> DependsOn
    {
        get => field ??= [];
        set;
    }
}

/// <summary>How a resource's method is called.</summary>
public class CallOptions
{
    /// <summary>A resource whose provider is used if none is given. Default: none.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The provider to ask. Default: that of the resource whose method it is.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>The version of the provider plugin. Default: that of the resource.</summary>
    public string? Version { get; set; }

    /// <summary>Where the provider plugin can be fetched. Default: the usual place.</summary>
    [SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "The official signature.")]
    public string? PluginDownloadURL { get; set; }
}
