using System.Collections.Immutable;

namespace Platform.Graph;

/// <summary>One resource of a program or a state: what it is, what it was given, and what it depends on.</summary>
public sealed record Resource
{
    /// <summary>The identity: <c>urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME</c>.</summary>
    public required string Urn { get; init; }

    /// <summary>The type token, such as <c>aws:ec2/vpc:Vpc</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The logical name, unique within its type and parent chain.</summary>
    public required string Name { get; init; }

    /// <summary>The parent's URN; <c>null</c> for the stack and for what stands beside it.</summary>
    public string? Parent { get; init; }

    /// <summary>The provider as <c>URN::id</c>; <c>null</c> for the default provider and for components.</summary>
    public string? Provider { get; init; }

    /// <summary>Whether a provider manages it; components only group.</summary>
    public bool Custom { get; init; }

    /// <summary>Whether a component of another process, whose children may not be in the graph.</summary>
    public bool Remote { get; init; }

    /// <summary>Whether it is read, not managed (<c>Get</c>, <c>StackReference</c>).</summary>
    public bool External { get; init; }

    /// <summary>The provider's id; <c>null</c> if there is none or it is not known.</summary>
    public string? Id { get; init; }

    /// <summary>The cloud region it lives in, where that is known.</summary>
    public string? Region { get; init; }

    /// <summary>What the program gave.</summary>
    public MapValue Inputs { get; init; } = MapValue.Empty;

    /// <summary>What the provider answers, or what the component registered.</summary>
    public MapValue Outputs { get; init; } = MapValue.Empty;

    /// <summary>The URNs this resource waits for, sorted.</summary>
    public ImmutableArray<string> Dependencies { get; init; } = [];

    /// <summary>Per input, the URNs its value comes from, sorted.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Where parts of the inputs come from, and for components and the stack parts of the outputs as well, in order of their paths.</summary>
    public ImmutableArray<Placeholder> Placeholders { get; init; } = [];

    /// <summary>What an earlier deployment left of it; a plan knows only <see cref="ResourceCondition.Ready"/>.</summary>
    public ResourceCondition Condition { get; init; }

    /// <summary>What the program asked of the engine for this resource.</summary>
    public ResourceSettings Settings { get; init; } = ResourceSettings.Default;

    /// <summary>
    /// What one of our own components tells the tools: its <c>platform</c> output, a versioned map;
    /// <c>null</c> for every other resource.
    /// </summary>
    public MapValue? Platform => Custom ? null : Outputs["platform"] as MapValue;
}

/// <summary>How a deployment left a resource.</summary>
public enum ResourceCondition
{
    /// <summary>As it was wanted.</summary>
    Ready,

    /// <summary>Created, but it did not become ready: the next update tries again.</summary>
    NotReady,

    /// <summary>Marked by hand: the next update replaces it.</summary>
    Tainted,
}

/// <summary>How sure the source of a <see cref="Placeholder"/> is.</summary>
public enum PlaceholderMatch
{
    /// <summary>The value, or a part of the text, carries the mark of exactly this output.</summary>
    Exact,

    /// <summary>The value is a known text that this output of a dependency also has.</summary>
    Value,

    /// <summary>Only the dependency is known: the mark did not survive, as in a number or a hash.</summary>
    Approximate,
}

/// <summary>An input, or a part of one, that another resource will deliver.</summary>
/// <param name="Path">Where it stands in the inputs: <c>subnets[0]</c>, <c>policy</c>, <c>tags["a.b"]</c>.</param>
/// <param name="Urn">The resource it comes from; for the invented answer of a data source its token, such as <c>aws:ec2/getAmi:getAmi</c>.</param>
/// <param name="Property">The output's path there; <c>null</c> where <paramref name="Match"/> is approximate.</param>
/// <param name="Match">How sure that is.</param>
public sealed record Placeholder(string Path, string Urn, string? Property, PlaceholderMatch Match);
