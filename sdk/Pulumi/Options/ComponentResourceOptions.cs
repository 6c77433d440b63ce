using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>How the engine is to treat a component and what its children inherit.</summary>
[SuppressMessage("Design", "CA1002:Do not expose generic lists", Justification = "The official signatures.")]
[SuppressMessage("Usage", "CA2227:Collection properties should be read only", Justification = "The official signatures.")]
public sealed class ComponentResourceOptions : ResourceOptions
{
    /// <summary>The providers that children use, each for the resources of its package.</summary>
    public List<ProviderResource> Providers
    {
        get => field ??= [];
        set;
    }

    /// <summary>New options: <paramref name="options2"/> laid over <paramref name="options1"/>. Single values replace, lists are appended.</summary>
    /// <param name="options1">The options below; null for none.</param>
    /// <param name="options2">The options on top; null for none.</param>
    /// <remarks>Single providers of both become members of <see cref="Providers"/>; for one package the last one counts.</remarks>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = (options1 ?? new()).Clone();
        merged.FoldProvider();
        if (options2 is not null)
        {
            var top = options2.Clone();
            top.FoldProvider();
            merged.MergeFrom(top);
            merged.Providers.AddRange(top.Providers);
        }

        return merged;
    }

    internal ComponentResourceOptions Clone()
    {
        var copy = new ComponentResourceOptions { Providers = [.. Providers] };
        CopyTo(copy);
        return copy;
    }

    private void FoldProvider()
    {
        if (Provider is { } single)
        {
            Providers.Add(single);
            Provider = null;
        }
    }
}
