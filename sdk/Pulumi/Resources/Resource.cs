using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Something that the engine keeps track of: a cloud resource, a component, a provider or the stack.</summary>
public abstract class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly Lock _gate = new();
    private List<Resource>? _children;

    private protected Resource(string type, string name, bool isDependency)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        if (!isDependency)
        {
            ArgumentException.ThrowIfNullOrEmpty(name);
        }

        _type = type;
        _name = name;
        Providers = ImmutableDictionary<string, ProviderResource>.Empty;
    }

    /// <summary>The engine's name for the resource. Unknown only to the engine's own previews of failed resources.</summary>
    [Output("urn")]
    public Output<string> Urn { get; internal set; } = null!;

    /// <summary>True for a resource that a provider manages, false for a component.</summary>
    internal virtual bool IsCustom => false;

    /// <summary>True for a component that a provider plugin makes.</summary>
    internal bool IsRemote { get; private protected init; }

    internal Resource? Parent { get; private set; }

    /// <summary>The provider of the resource itself; null for the package's default provider.</summary>
    internal ProviderResource? Provider { get; private set; }

    /// <summary>The providers that children use, by package.</summary>
    internal ImmutableDictionary<string, ProviderResource> Providers { get; private set; }

    internal bool? Protect { get; private set; }

    internal string? Version { get; private set; }

    internal string? PluginDownloadUrl { get; private set; }

    internal IReadOnlyList<Input<Alias>> Aliases { get; private set; } = [];

    /// <summary>The transformations of the resource and of everything above it, nearest first.</summary>
    internal ImmutableList<ResourceTransformation> Transformations { get; private set; } = [];

    /// <summary>The type token, such as <c>aws:s3/bucket:Bucket</c>.</summary>
    public string GetResourceType() => _type;

    /// <summary>The name given to the constructor, which is not the provider's name for it.</summary>
    public string GetResourceName() => _name;

    internal Resource[] GetChildren()
    {
        lock (_gate)
        {
            return _children is null ? [] : [.. _children];
        }
    }

    /// <summary>Works out what the resource inherits, and starts its registration.</summary>
    private protected void Register(ResourceArgs? args, ResourceOptions options, RegisterPackageRequest? package)
    {
        var deployment = Deployment.Required;
        var parent = this is Stack ? null : options.Parent ?? deployment.Stack;
        var (finalArgs, finalOptions) = Transform(args ?? ResourceArgs.Empty, options, parent);

        Parent = parent;
        Protect = finalOptions.Protect ?? parent?.Protect;
        Version = finalOptions.Version;
        PluginDownloadUrl = finalOptions.PluginDownloadURL;
        ChooseProviders(finalOptions, parent);
        Aliases = finalOptions.AliasesOrNull ?? Aliases;
        if (parent is not null)
        {
            lock (parent._gate)
            {
                (parent._children ??= []).Add(this);
            }
        }

        deployment.Register(this, finalArgs, finalOptions, package);
    }

    private (ResourceArgs Args, ResourceOptions Options) Transform(ResourceArgs args, ResourceOptions options, Resource? parent)
    {
        var inherited = parent?.Transformations ?? [];
        Transformations = !options.HasTransformations
            ? inherited
            : inherited.InsertRange(0, options.ResourceTransformations);
        var asked = options.Parent;
        foreach (var transformation in Transformations)
        {
            if (transformation(new(this, args, options)) is not { } result)
            {
                continue;
            }

            if (!ReferenceEquals(result.Options.Parent, asked))
            {
                throw new ArgumentException(
                    $"A transformation of {_type} '{_name}' changed its parent; transformations may change everything else.");
            }

            (args, options) = (result.Args, result.Options);
        }

        return (args, options);
    }

    private void ChooseProviders(ResourceOptions options, Resource? parent)
    {
        Providers = parent?.Providers ?? Providers;
        var package = ProviderResource.PackageOf(_type);
        if (IsCustom)
        {
            Provider = options.Provider ?? (package is null ? null : Providers.GetValueOrDefault(package));
            if (options.Provider is { } own)
            {
                Providers = Providers.SetItem(own.Package, own);
            }

            return;
        }

        if (options is ComponentResourceOptions { Providers: { Count: > 0 } given })
        {
            foreach (var provider in given)
            {
                Providers = Providers.SetItem(provider.Package, provider);
            }
        }

        if (options.Provider is { } single)
        {
            if (options is ComponentResourceOptions { Providers: { } listed } && listed.Exists(other => other.Package == single.Package && other != single))
            {
                Log.Warn(
                    $"{_type} '{_name}': Provider and Providers both name a provider of package '{single.Package}'; the one in Provider is used.");
            }

            Providers = Providers.SetItem(single.Package, single);
        }

        if (IsRemote && package is not null)
        {
            Provider = Providers.GetValueOrDefault(package);
        }
    }
}
