using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Pulumi;

namespace Platform.Tests.Sdk.Runtime;

/// <summary>A resource of a made-up package, as a generated class looks.</summary>
[ResourceType("acme:pond/duck:Duck", "1.2.3")]
public class Duck : CustomResource
{
    public Duck(string name, DuckArgs? args = null, CustomResourceOptions? options = null)
        : base("acme:pond/duck:Duck", name, args ?? new DuckArgs(), options)
    {
    }

    [Output("feed")] public Output<string?> Feed { get; private set; } = null!;

    [Output("legs")] public Output<int> Legs { get; private set; } = null!;

    [Output("rings")] public Output<ImmutableArray<string>> Rings { get; private set; } = null!;

    [Output("tags")] public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;

    [Output("weight")] public Output<double?> Weight { get; private set; } = null!;

    [Output("chip")] public Output<Chip?> Chip { get; private set; } = null!;

    [Output("anything")] public Output<object?> Anything { get; private set; } = null!;
}

public sealed class DuckArgs : ResourceArgs
{
    [Input("feed")] public Input<string>? Feed { get; set; }

    [Input("legs")] public Input<int>? Legs { get; set; }

    [Input("rings")] private InputList<string>? _rings;

    public InputList<string> Rings
    {
        get => _rings ??= [];
        set => _rings = value;
    }

    [Input("tags")] private InputMap<string>? _tags;

    public InputMap<string> Tags
    {
        get => _tags ??= [];
        set => _tags = value;
    }

    [Input("chip")] public Input<ChipArgs>? Chip { get; set; }

    [Input("anything")] public Input<object>? Anything { get; set; }

    [Input("raw")] public object? Raw { get; set; }

    [Input("settings", json: true)] public Input<object>? Settings { get; set; }
}

public sealed class ChipArgs : ResourceArgs
{
    [Input("serial", required: true)] public Input<string> Serial { get; set; } = null!;

    [Input("owner")] public Input<string>? Owner { get; set; }
}

[OutputType]
[SuppressMessage("Design", "CA1051:Do not declare visible instance fields", Justification = "As generated classes have them.")]
[SuppressMessage("CodeQuality", "IDE0051:Remove unused private members", Justification = "The runtime calls the constructor.")]
public sealed class Chip
{
    public readonly string Serial;
    public readonly string? Owner;

    [OutputConstructor]
    private Chip(string serial, string? owner)
    {
        Serial = serial;
        Owner = owner;
    }
}

/// <summary>A component of this program.</summary>
public sealed class Pond : ComponentResource
{
    public Pond(string name, ComponentResourceOptions? options = null, params string[] ducks)
        : base("acme:index:Pond", name, options)
    {
        Ducks = [.. ducks.Select(duck => new Duck(duck, null, new() { Parent = this }))];
        Size = Output.Create(ducks.Length);
        RegisterOutputs();
    }

    public ImmutableArray<Duck> Ducks { get; }

    [Output("size")] public Output<int> Size { get; private set; }
}

/// <summary>A component that a plugin makes.</summary>
public sealed class Lake : ComponentResource
{
    public Lake(string name, DuckArgs? args = null, ComponentResourceOptions? options = null)
        : base("acme:index:Lake", name, args, options, remote: true)
    {
    }

    [Output("depth")] public Output<int> Depth { get; private set; } = null!;
}

public sealed class Provider(string name, CustomResourceOptions? options = null)
    : ProviderResource("acme", name, new DuckArgs(), options);
