using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>How the engine is to treat a resource that a provider manages.</summary>
[SuppressMessage("Design", "CA1002:Do not expose generic lists", Justification = "The official signatures.")]
[SuppressMessage("Usage", "CA2227:Collection properties should be read only", Justification = "The official signatures.")]
public sealed class CustomResourceOptions : ResourceOptions
{
    private List<string>? _additionalSecretOutputs;
    private Dictionary<string, string>? _envVarMappings;

    /// <summary>Whether a replacement deletes the old resource before it creates the new one. Default: what the provider decides.</summary>
    public bool? DeleteBeforeReplace { get; set; }

    /// <summary>Names of outputs to keep secret, besides those the provider keeps secret.</summary>
    public List<string> AdditionalSecretOutputs
    {
        get => _additionalSecretOutputs ??= [];
        set => _additionalSecretOutputs = value;
    }

    /// <summary>The provider's id of an existing resource to take over. Default: none, a new one is created.</summary>
    public string? ImportId { get; set; }

    /// <summary>
    /// For a provider resource: which variables of the environment the plugin sees under another name, from the name
    /// here to the name there.
    /// </summary>
    public Dictionary<string, string> EnvVarMappings
    {
        get => _envVarMappings ??= new(StringComparer.Ordinal);
        set => _envVarMappings = value;
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
            merged._additionalSecretOutputs = Join(merged._additionalSecretOutputs, options2._additionalSecretOutputs);
            if (options2._envVarMappings is { } mappings)
            {
                foreach (var (from, to) in mappings)
                {
                    merged.EnvVarMappings[from] = to;
                }
            }
        }

        return merged;
    }

    /// <summary>Copies the options that only such a resource can have into a request.</summary>
    internal void AddTo(Platform.Protocol.RegisterResourceRequest request)
    {
        request.DeleteBeforeReplaceDefined = DeleteBeforeReplace is not null;
        request.DeleteBeforeReplace = DeleteBeforeReplace ?? false;
        request.ImportId = ImportId ?? "";
        if (_additionalSecretOutputs is not null)
        {
            request.AdditionalSecretOutputs.AddRange(_additionalSecretOutputs);
        }

        if (_envVarMappings is not null)
        {
            foreach (var (from, to) in _envVarMappings)
            {
                request.EnvVarMappings[from] = to;
            }
        }
    }

    internal CustomResourceOptions Clone()
    {
        var copy = new CustomResourceOptions
        {
            DeleteBeforeReplace = DeleteBeforeReplace,
            ImportId = ImportId,
            _additionalSecretOutputs = Join(_additionalSecretOutputs, null),
            _envVarMappings = _envVarMappings is null ? null : new Dictionary<string, string>(_envVarMappings, StringComparer.Ordinal),
        };
        CopyTo(copy);
        return copy;
    }
}
