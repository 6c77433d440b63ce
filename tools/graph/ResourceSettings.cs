using System.Collections.Immutable;

namespace Platform.Graph;

/// <summary>The options of a resource that the engine acts on.</summary>
public sealed record ResourceSettings
{
    /// <summary>Nothing asked for.</summary>
    public static ResourceSettings Default { get; } = new();

    /// <summary>Refuses to delete or replace it; inherited from the parent.</summary>
    public bool Protect { get; init; }

    /// <summary>Leaves it in the cloud when it leaves the program; inherited from the parent.</summary>
    public bool RetainOnDelete { get; init; }

    /// <summary>Deletes before it creates; <c>null</c> leaves it to the provider.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    /// <summary>Input paths whose changes are ignored.</summary>
    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    /// <summary>Input paths whose change replaces the resource.</summary>
    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>Outputs kept secret beyond those the provider marks.</summary>
    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>Earlier identities, as URNs.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>The id to adopt; <c>null</c> to create.</summary>
    public string? ImportId { get; init; }

    /// <summary>The URN whose deletion makes deleting this one needless.</summary>
    public string? DeletedWith { get; init; }

    /// <summary>URNs whose replacement replaces this one too.</summary>
    public ImmutableArray<string> ReplaceWith { get; init; } = [];

    /// <summary>A value whose change replaces the resource; <c>null</c> for none.</summary>
    public PropertyValue? ReplacementTrigger { get; init; }

    /// <summary>Paths whose differences are not shown.</summary>
    public ImmutableArray<string> HideDiffs { get; init; } = [];

    /// <summary>Per moment, such as <c>beforeCreate</c>, the names of the hooks that run then; empty moments left out.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Hooks { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>How long create, update, delete and read may take, in seconds with their unit, such as <c>300s</c>; empty entries left out.</summary>
    public ImmutableSortedDictionary<string, string> CustomTimeouts { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>For a provider: the variables of the environment that its plugin sees under another name, from the name here to the name there.</summary>
    public ImmutableSortedDictionary<string, string> EnvVarMappings { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>How many functions of the program may rewrite the state of the resource before an update. A plan has no state, so it runs none.</summary>
    public int StateMigrations { get; init; }

    /// <summary>The version of the provider plugin; <c>null</c> if the program left it open.</summary>
    public string? Version { get; init; }

    /// <summary>Where the plugin is to be downloaded from; <c>null</c> for the default.</summary>
    public string? PluginDownloadUrl { get; init; }
}
