using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>How the engine is to treat a resource.</summary>
[SuppressMessage("Design", "CA1002:Do not expose generic lists", Justification = "The official signatures.")]
[SuppressMessage("Usage", "CA2227:Collection properties should be read only", Justification = "The official signatures.")]
public abstract class ResourceOptions
{
    // Most options of most resources are never touched; what is not there need not be made, copied or merged.
    private InputList<Resource>? _dependsOn;
    private List<string>? _ignoreChanges;
    private List<ResourceTransformation>? _resourceTransformations;
    private List<ResourceTransform>? _resourceTransforms;
    private List<Input<Alias>>? _aliases;
    private List<string>? _replaceOnChanges;
    private InputList<Resource>? _replaceWith;
    private ResourceHookBinding? _hooks;
    private List<string>? _hideDiffs;

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
        get => _dependsOn ??= [];
        set => _dependsOn = value;
    }

    /// <summary>Whether deleting the resource is refused. Default: as its parent.</summary>
    public bool? Protect { get; set; }

    /// <summary>Paths of inputs whose changes are not acted on.</summary>
    public List<string> IgnoreChanges
    {
        get => _ignoreChanges ??= [];
        set => _ignoreChanges = value;
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
        get => _resourceTransformations ??= [];
        set => _resourceTransformations = value;
    }

    /// <summary>Changes that the engine asks for when the resource and its children are registered, whoever registers them.</summary>
    public List<ResourceTransform> ResourceTransforms
    {
        get => _resourceTransforms ??= [];
        set => _resourceTransforms = value;
    }

    /// <summary>Former names, types or parents of the resource, so that it is found again after a renaming.</summary>
    public List<Input<Alias>> Aliases
    {
        get => _aliases ??= [];
        set => _aliases = value;
    }

    /// <summary>Takes an existing resource of the stack by its URN instead of registering one. Default: none.</summary>
    [SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "A URN is no URI.")]
    public string? Urn { get; set; }

    /// <summary>Paths of inputs whose changes replace the resource.</summary>
    public List<string> ReplaceOnChanges
    {
        get => _replaceOnChanges ??= [];
        set => _replaceOnChanges = value;
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
        get => _replaceWith ??= [];
        set => _replaceWith = value;
    }

    /// <summary>A value whose changes replace the resource. Default: none.</summary>
    public Input<object>? ReplacementTrigger { get; set; }

    /// <summary>Functions called before and after operations on the resource.</summary>
    public ResourceHookBinding Hooks
    {
        get => _hooks ??= new();
        set => _hooks = value;
    }

    /// <summary>Paths of properties whose differences are not shown in full.</summary>
    public List<string> HideDiffs
    {
        get => _hideDiffs ??= [];
        set => _hideDiffs = value;
    }

    internal bool HasDependsOn => _dependsOn is { IsEmpty: false };

    internal bool HasReplaceWith => _replaceWith is { IsEmpty: false };

    internal bool HasTransformations => _resourceTransformations is { Count: > 0 };

    internal bool HasTransforms => _resourceTransforms is { Count: > 0 };

    internal bool HasHooks => _hooks is { IsEmpty: false };

    /// <summary>The aliases; null if there are none.</summary>
    internal List<Input<Alias>>? AliasesOrNull => _aliases;

    /// <summary>Copies the options that any resource can have into a request.</summary>
    internal void AddListsTo(Platform.Protocol.RegisterResourceRequest request, bool isCustom)
    {
        if (_ignoreChanges is not null)
        {
            request.IgnoreChanges.AddRange(_ignoreChanges);
        }

        if (_hideDiffs is not null)
        {
            request.HideDiffs.AddRange(_hideDiffs);
        }

        if (_replaceOnChanges is not null && isCustom)
        {
            request.ReplaceOnChanges.AddRange(_replaceOnChanges);
        }
    }

    /// <summary>Copies every option into <paramref name="target"/>, with lists of its own.</summary>
    private protected void CopyTo(ResourceOptions target)
    {
        target.Id = Id;
        target.Parent = Parent;
        target._dependsOn = _dependsOn?.Clone();
        target.Protect = Protect;
        target._ignoreChanges = Join(_ignoreChanges, null);
        target.Version = Version;
        target.Provider = Provider;
        target.CustomTimeouts = CustomTimeouts;
        target._resourceTransformations = Join(_resourceTransformations, null);
        target._resourceTransforms = Join(_resourceTransforms, null);
        target._aliases = Join(_aliases, null);
        target.Urn = Urn;
        target._replaceOnChanges = Join(_replaceOnChanges, null);
        target.PluginDownloadURL = PluginDownloadURL;
        target.RetainOnDelete = RetainOnDelete;
        target.DeletedWith = DeletedWith;
        target._replaceWith = _replaceWith?.Clone();
        target.ReplacementTrigger = ReplacementTrigger;
        target._hooks = _hooks?.Clone();
        target._hideDiffs = Join(_hideDiffs, null);
    }

    /// <summary>Lays <paramref name="other"/> over these options: single values replace, lists are appended.</summary>
    private protected void MergeFrom(ResourceOptions other)
    {
        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        _dependsOn = Join(_dependsOn, other._dependsOn);
        Protect = other.Protect ?? Protect;
        _ignoreChanges = Join(_ignoreChanges, other._ignoreChanges);
        Version = other.Version ?? Version;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        _resourceTransformations = Join(_resourceTransformations, other._resourceTransformations);
        _resourceTransforms = Join(_resourceTransforms, other._resourceTransforms);
        _aliases = Join(_aliases, other._aliases);
        Urn = other.Urn ?? Urn;
        _replaceOnChanges = Join(_replaceOnChanges, other._replaceOnChanges);
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        _replaceWith = Join(_replaceWith, other._replaceWith);
        ReplacementTrigger = other.ReplacementTrigger ?? ReplacementTrigger;
        _hooks = other._hooks is null ? _hooks : Hooks.Concat(other._hooks);
        _hideDiffs = Join(_hideDiffs, other._hideDiffs);
    }

    /// <summary>A new list of both lists' elements; null if there are none.</summary>
    private protected static List<T>? Join<T>(List<T>? first, List<T>? second)
    {
        if (first is not { Count: > 0 } && second is not { Count: > 0 })
        {
            return null;
        }

        return [.. first ?? [], .. second ?? []];
    }

    private static InputList<Resource>? Join(InputList<Resource>? first, InputList<Resource>? second) =>
        second is null or { IsEmpty: true } ? first : (first ?? []).Concat(second);
}
