using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Platform.Graph;
using Platform.Protocol;

namespace Platform.Engine.Monitor;

/// <summary>One registered or read resource, as far as the engine and the graph need it.</summary>
internal sealed record Registration
{
    public required string Urn { get; init; }

    public required string Type { get; init; }

    public required string Name { get; init; }

    public string? Parent { get; init; }

    /// <summary>The explicit provider as <c>URN::id</c>, inherited from the parent if the program named none.</summary>
    public string? Provider { get; init; }

    /// <summary>Providers by package that children inherit.</summary>
    public ImmutableDictionary<string, string> ChildProviders { get; init; } = ImmutableDictionary<string, string>.Empty;

    public bool Custom { get; init; }

    public bool Remote { get; init; }

    public bool External { get; init; }

    public string Id { get; init; } = "";

    public string? Region { get; init; }

    public required Struct Inputs { get; init; }

    /// <summary>What was answered; for a component what it registered, so this is set once more.</summary>
    public required Struct Outputs { get; set; }

    public ImmutableSortedSet<string> Dependencies { get; init; } = [];

    public ImmutableSortedDictionary<string, ImmutableSortedSet<string>> PropertyDependencies { get; init; } =
        ImmutableSortedDictionary<string, ImmutableSortedSet<string>>.Empty;

    /// <summary>The value whose change replaces it; not among the settings before secrets are taken out of it.</summary>
    public Value? ReplacementTrigger { get; init; }

    public ResourceSettings Settings { get; init; } = ResourceSettings.Default;

    /// <summary>Transforms that also apply to what is below.</summary>
    public ImmutableArray<Callback> Transforms { get; init; } = [];
}
