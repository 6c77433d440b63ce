using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>How the engine is to treat a resource.</summary>
[SuppressMessage("Design", "CA1002:Do not expose generic lists", Justification = "The official signatures.")]
[SuppressMessage("Usage", "CA2227:Collection properties should be read only", Justification = "The official signatures.")]
public abstract class ResourceOptions
{
    /// <summary>Makes options that change nothing.</summary>
    protected ResourceOptions()
    {
    }

    /// <summary>Reads an existing resource by its provider's id instead of managing one. Default: none.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>The resource it belongs to. Default: the stack.</summary>
    public Resource? Parent { get; set; }

    /// <summary>Resources that must exist first, besides those whose outputs are used.</summary>
    public InputList<Resource> DependsOn
    {
        get => field ??= [];
        set;
    }

    /// <summary>Whether deleting the resource is refused. Default: as its parent.</summary>
    public bool? Protect { get; set; }

    /// <summary>Paths of inputs whose changes are not acted on.</summary>
    public List<string> IgnoreChanges
    {
        get => field ??= [];
        set;
    }

    /// <summary>The version of the provider plugin. Default: that of the package that defines the resource.</summary>
    public string? Version { get; set; }

    /// <summary>The provider to use. Default: the one of the parent, else the package's default provider.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>How long operations may take. Default: what the provider decides.</summary>
    public CustomTimeouts? CustomTimeouts { get; set; }

    /// <summary>Changes made to the resource and its children before they are registered, in this process.</summary>
    public List<ResourceTransformation> ResourceTransformations
    {
        get => field ??= [];
        set;
    }

    /// <summary>Changes that the engine asks for when the resource and its children are registered, whoever registers them.</summary>
    public List<ResourceTransform> ResourceTransforms
    {
        get => field ??= [];
        set;
    }

    /// <summary>Former names, types or parents of the resource, so that it is found again after a renaming.</summary>
    public List<Input<Alias>> Aliases
    {
        get => field ??= [];
        set;
    }

    /// <summary>Takes an existing resource of the stack by its URN instead of registering one. Default: none.</summary>
    [SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "A URN is no URI.")]
    public string? Urn { get; set; }

    /// <summary>Paths of inputs whose changes replace the resource.</summary>
    public List<string> ReplaceOnChanges
    {
        get => field ??= [];
        set;
    }

    /// <summary>Where the provider plugin can be fetched. Default: the usual place.</summary>
    [SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "The official signature.")]
    public string? PluginDownloadURL { get; set; }

    /// <summary>Whether deleting the resource leaves it at the provider. Default: no.</summary>
    public bool? RetainOnDelete { get; set; }

    /// <summary>A resource whose deletion takes this one with it, so that the provider need not be asked. Default: none.</summary>
    public Resource? DeletedWith { get; set; }

    /// <summary>Resources whose replacement replaces this one.</summary>
    public InputList<Resource> ReplaceWith
    {
        get => field ??= [];
        set;
    }

    /// <summary>A value whose changes replace the resource. Default: none.</summary>
    public Input<object>? ReplacementTrigger { get; set; }

    /// <summary>Functions called before and after operations on the resource.</summary>
    public ResourceHookBinding Hooks
    {
        get => field ??= new();
        set;
    }

    /// <summary>Paths of properties whose differences are not shown in full.</summary>
    public List<string> HideDiffs
    {
        get => field ??= [];
        set;
    }

    /// <summary>Copies every option into <paramref name="target"/>, with lists of its own.</summary>
    private protected void CopyTo(ResourceOptions target)
    {
        target.Id = Id;
        target.Parent = Parent;
        target.DependsOn = DependsOn.Clone();
        target.Protect = Protect;
        target.IgnoreChanges = [.. IgnoreChanges];
        target.Version = Version;
        target.Provider = Provider;
        target.CustomTimeouts = CustomTimeouts;
        target.ResourceTransformations = [.. ResourceTransformations];
        target.ResourceTransforms = [.. ResourceTransforms];
        target.Aliases = [.. Aliases];
        target.Urn = Urn;
        target.ReplaceOnChanges = [.. ReplaceOnChanges];
        target.PluginDownloadURL = PluginDownloadURL;
        target.RetainOnDelete = RetainOnDelete;
        target.DeletedWith = DeletedWith;
        target.ReplaceWith = ReplaceWith.Clone();
        target.ReplacementTrigger = ReplacementTrigger;
        target.Hooks = Hooks.Clone();
        target.HideDiffs = [.. HideDiffs];
    }

    /// <summary>Lays <paramref name="other"/> over these options: single values replace, lists are appended.</summary>
    private protected void MergeFrom(ResourceOptions other)
    {
        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        DependsOn.AddRange(other.DependsOn);
        Protect = other.Protect ?? Protect;
        IgnoreChanges.AddRange(other.IgnoreChanges);
        Version = other.Version ?? Version;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        ResourceTransformations.AddRange(other.ResourceTransformations);
        ResourceTransforms.AddRange(other.ResourceTransforms);
        Aliases.AddRange(other.Aliases);
        Urn = other.Urn ?? Urn;
        ReplaceOnChanges.AddRange(other.ReplaceOnChanges);
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        ReplaceWith.AddRange(other.ReplaceWith);
        ReplacementTrigger = other.ReplacementTrigger ?? ReplacementTrigger;
        Hooks = Hooks.Concat(other.Hooks);
        HideDiffs.AddRange(other.HideDiffs);
    }
}
