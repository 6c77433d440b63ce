using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Platform.Engine.Metadata;

/// <summary>The kinds of values a property can have.</summary>
internal enum ShapeKind
{
    Text,
    Integer,
    Number,
    Boolean,
    Any,
    File,
    List,
    Map,
    Object,
    Enumeration,
    Union,
}

/// <summary>The type of a property, as the metadata writes it: <c>[#aws:ec2/VpcFoo]?</c>.</summary>
/// <param name="Kind">What kind of value it is.</param>
/// <param name="Optional">Whether the provider may leave it out.</param>
/// <param name="Name">The name of an object or enumeration.</param>
/// <param name="Parts">The item of a list or map, or the members of a union.</param>
internal sealed record TypeShape(ShapeKind Kind, bool Optional = false, string? Name = null, params IReadOnlyList<TypeShape> Parts)
{
    public TypeShape Item => Parts[0];

    /// <summary>Whether a text fits.</summary>
    public bool IsText => Kind == ShapeKind.Text || Kind == ShapeKind.Union && Parts.Any(part => part.IsText);

    // A few hundred texts stand for the tens of thousands of members that a program's types have.
    private static readonly ConcurrentDictionary<string, TypeShape> Parsed = new(StringComparer.Ordinal);

    public static TypeShape Parse(string text) => Parsed.TryGetValue(text, out var shape) ? shape : Parsed.GetOrAdd(text, Read(text));

    private static TypeShape Read(string text)
    {
        var optional = text.EndsWith('?');
        var plain = optional ? text[..^1] : text;
        var members = Split(plain);
        return members.Count > 1
            ? new(ShapeKind.Union, optional, null, [.. members.Select(Parse)])
            : ParseOne(plain) with { Optional = optional };
    }

    private static TypeShape ParseOne(string text) => text switch
    {
        "string" => new(ShapeKind.Text),
        "integer" => new(ShapeKind.Integer),
        "number" => new(ShapeKind.Number),
        "boolean" => new(ShapeKind.Boolean),
        "any" => new(ShapeKind.Any),
        "asset" or "archive" => new(ShapeKind.File),
        ['[', .. var item, ']'] => new(ShapeKind.List, Parts: [Parse(item)]),
        ['{', .. var item, '}'] => new(ShapeKind.Map, Parts: [Parse(item)]),
        ['#', .. var name] => new(ShapeKind.Object, Name: name),
        ['@', .. var name] => new(ShapeKind.Enumeration, Name: name),
        _ => throw new FormatException($"'{text}' is no type of the metadata"),
    };

    // The members of a union, at its own level only: [A|B]|C has two.
    private static List<string> Split(string text)
    {
        var members = new List<string>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '[' or '{' => 1, ']' or '}' => -1, _ => 0 };
            if (text[i] == '|' && depth == 0)
            {
                members.Add(text[start..i]);
                start = i + 1;
            }
        }

        members.Add(text[start..]);
        return members;
    }
}

/// <summary>What the metadata tells of a resource type, an object type or a function.</summary>
/// <param name="Inputs">What may be given.</param>
/// <param name="Outputs">What comes back; for objects, members that only outputs have are computed.</param>
/// <param name="Secrets">Outputs the provider marks as secret.</param>
internal sealed record TypeFacts(
    Shapes Inputs,
    Shapes Outputs,
    FrozenSet<string> Secrets)
{
    /// <summary>The package that declares it, as the plan names it; <c>null</c> for the engine's own metadata.</summary>
    public string? Source { get; init; }

    /// <summary>Whether an output is the provider's alone, never given.</summary>
    public bool IsComputed(string output) => !Inputs.ContainsKey(output);
}
