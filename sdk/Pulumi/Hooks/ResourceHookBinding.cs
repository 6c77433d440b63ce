using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>Which hooks are called for which operations on a resource. Deletions need <c>pulumi destroy --run-program</c>.</summary>
[SuppressMessage("Design", "CA1002:Do not expose generic lists", Justification = "The official signatures.")]
[SuppressMessage("Usage", "CA2227:Collection properties should be read only", Justification = "The official signatures.")]
public class ResourceHookBinding
{
    /// <summary>Called before the resource is created.</summary>
    public List<ResourceHook> BeforeCreate
    {
        get => field ??= [];
        set;
    }

    /// <summary>Called after the resource is created.</summary>
    public List<ResourceHook> AfterCreate
    {
        get => field ??= [];
        set;
    }

    /// <summary>Called before the resource is updated.</summary>
    public List<ResourceHook> BeforeUpdate
    {
        get => field ??= [];
        set;
    }

    /// <summary>Called after the resource is updated.</summary>
    public List<ResourceHook> AfterUpdate
    {
        get => field ??= [];
        set;
    }

    /// <summary>Called before the resource is deleted.</summary>
    public List<ResourceHook> BeforeDelete
    {
        get => field ??= [];
        set;
    }

    /// <summary>Called after the resource is deleted.</summary>
    public List<ResourceHook> AfterDelete
    {
        get => field ??= [];
        set;
    }

    /// <summary>Called when an operation has failed.</summary>
    public List<ErrorHook> OnError
    {
        get => field ??= [];
        set;
    }

    /// <summary>Whether there is no hook at all.</summary>
    public bool IsEmpty =>
        (BeforeCreate.Count | AfterCreate.Count | BeforeUpdate.Count | AfterUpdate.Count
            | BeforeDelete.Count | AfterDelete.Count | OnError.Count) == 0;

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
