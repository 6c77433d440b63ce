using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>Which hooks are called for which operations on a resource. Deletions need <c>pulumi destroy --run-program</c>.</summary>
[SuppressMessage("Design", "CA1002:Do not expose generic lists", Justification = "The official signatures.")]
[SuppressMessage("Usage", "CA2227:Collection properties should be read only", Justification = "The official signatures.")]
public class ResourceHookBinding
{
    private List<ResourceHook>? _beforeCreate;
    private List<ResourceHook>? _afterCreate;
    private List<ResourceHook>? _beforeUpdate;
    private List<ResourceHook>? _afterUpdate;
    private List<ResourceHook>? _beforeDelete;
    private List<ResourceHook>? _afterDelete;
    private List<ErrorHook>? _onError;

    /// <summary>Called before the resource is created.</summary>
    public List<ResourceHook> BeforeCreate
    {
        get => _beforeCreate ??= [];
        set => _beforeCreate = value;
    }

    /// <summary>Called after the resource is created.</summary>
    public List<ResourceHook> AfterCreate
    {
        get => _afterCreate ??= [];
        set => _afterCreate = value;
    }

    /// <summary>Called before the resource is updated.</summary>
    public List<ResourceHook> BeforeUpdate
    {
        get => _beforeUpdate ??= [];
        set => _beforeUpdate = value;
    }

    /// <summary>Called after the resource is updated.</summary>
    public List<ResourceHook> AfterUpdate
    {
        get => _afterUpdate ??= [];
        set => _afterUpdate = value;
    }

    /// <summary>Called before the resource is deleted.</summary>
    public List<ResourceHook> BeforeDelete
    {
        get => _beforeDelete ??= [];
        set => _beforeDelete = value;
    }

    /// <summary>Called after the resource is deleted.</summary>
    public List<ResourceHook> AfterDelete
    {
        get => _afterDelete ??= [];
        set => _afterDelete = value;
    }

    /// <summary>Called when an operation has failed.</summary>
    public List<ErrorHook> OnError
    {
        get => _onError ??= [];
        set => _onError = value;
    }

    /// <summary>Whether there is no hook at all.</summary>
    public bool IsEmpty =>
        _beforeCreate is not { Count: > 0 }
        && _afterCreate is not { Count: > 0 }
        && _beforeUpdate is not { Count: > 0 }
        && _afterUpdate is not { Count: > 0 }
        && _beforeDelete is not { Count: > 0 }
        && _afterDelete is not { Count: > 0 }
        && _onError is not { Count: > 0 };

    /// <summary>A copy with lists of its own.</summary>
    public ResourceHookBinding Clone() => Concat(new());

    /// <summary>A new binding: these hooks, then the other's.</summary>
    /// <param name="other">The other binding.</param>
    public ResourceHookBinding Concat(ResourceHookBinding other) => new()
    {
        BeforeCreate = [.. BeforeCreate, .. other.BeforeCreate],
        AfterCreate = [.. AfterCreate, .. other.AfterCreate],
        BeforeUpdate = [.. BeforeUpdate, .. other.BeforeUpdate],
        AfterUpdate = [.. AfterUpdate, .. other.AfterUpdate],
        BeforeDelete = [.. BeforeDelete, .. other.BeforeDelete],
        AfterDelete = [.. AfterDelete, .. other.AfterDelete],
        OnError = [.. OnError, .. other.OnError],
    };
}
