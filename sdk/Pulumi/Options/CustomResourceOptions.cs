using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>How the engine is to treat a resource that a provider manages.</summary>
[SuppressMessage("Design", "CA1002:Do not expose generic lists", Justification = "The official signatures.")]
[SuppressMessage("Usage", "CA2227:Collection properties should be read only", Justification = "The official signatures.")]
public sealed class CustomResourceOptions : ResourceOptions
{
    /// <summary>Whether a replacement deletes the old resource before it creates the new one. Default: what the provider decides.</summary>
    public bool? DeleteBeforeReplace { get; set; }

    /// <summary>Names of outputs to keep secret, besides those the provider keeps secret.</summary>
    public List<string> AdditionalSecretOutputs
    {
        get => field ??= [];
        set;
    }

    /// <summary>The provider's id of an existing resource to take over. Default: none, a new one is created.</summary>
    public string? ImportId { get; set; }

    /// <summary>
    /// For a provider resource: which variables of the environment the plugin sees under another name, from the name
    /// here to the name there.
    /// </summary>
    public Dictionary<string, string> EnvVarMappings
    {
        get => field ??= new Dictionary<string, string>(StringComparer.Ordinal);
        set;
    }

    /// <summary>New options: <paramref name="options2"/> laid over <paramref name="options1"/>. Single values replace, lists are appended.</summary>
    /// <param name="options1">The options below; null for none.</param>
    /// <param name="options2">The options on top; null for none.</param>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = (options1 ?? new()).Clone();
        if (options2 is not null)
        {
            merged.MergeFrom(options2);
            merged.DeleteBeforeReplace = options2.DeleteBeforeReplace ?? merged.DeleteBeforeReplace;
            merged.ImportId = options2.ImportId ?? merged.ImportId;
            merged.AdditionalSecretOutputs.AddRange(options2.AdditionalSecretOutputs);
            foreach (var (from, to) in options2.EnvVarMappings)
            {
                merged.EnvVarMappings[from] = to;
            }
        }

        return merged;
    }

    internal CustomResourceOptions Clone()
    {
        var copy = new CustomResourceOptions
        {
            DeleteBeforeReplace = DeleteBeforeReplace,
            ImportId = ImportId,
            AdditionalSecretOutputs = [.. AdditionalSecretOutputs],
            EnvVarMappings = new Dictionary<string, string>(EnvVarMappings, StringComparer.Ordinal),
        };
        CopyTo(copy);
        return copy;
    }
}
