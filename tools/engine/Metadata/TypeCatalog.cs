using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;

namespace Platform.Engine.Metadata;

/// <summary>The types of the packages we know, read line by line and only as far as somebody asks.</summary>
/// <param name="open">Opens the metadata of a package; <c>null</c> for one there is none of.</param>
internal sealed class TypeCatalog(Func<string, Stream?> open)
{
    private readonly ConcurrentDictionary<string, Lazy<Dictionary<string, Entry>>> _packages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TypeFacts?> _facts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>?> _enumerations = new(StringComparer.Ordinal);

    /// <summary>The metadata that is part of this assembly.</summary>
    public static TypeCatalog Embedded { get; } = new(package =>
        typeof(TypeCatalog).Assembly.GetManifestResourceStream($"Metadata/{package}.jsonl"));

    /// <summary>What is known of a resource type; <c>null</c> if nothing is.</summary>
    public TypeFacts? Resource(string type) => Find("type", type);

    /// <summary>What is known of a data source; <c>null</c> if nothing is.</summary>
    public TypeFacts? Function(string token) => Find("function", token);

    /// <summary>What is known of an object type; <c>null</c> if nothing is.</summary>
    public TypeFacts? Object(string name) => Find("object", name);

    /// <summary>The values an enumeration lists; <c>null</c> if nothing is known of it.</summary>
    public IReadOnlyList<string>? Enumeration(string name) =>
        _enumerations.GetOrAdd(name, absent => Line("enum", absent) is { } entry ? Values(entry.Line) : null);

    private static string PackageOf(string token) => token.IndexOf(':', StringComparison.Ordinal) is var cut and > 0 ? token[..cut] : token;

    private TypeFacts? Find(string kind, string name) =>
        _facts.GetOrAdd($"{kind} {name}", _ => Line(kind, name) is { } entry ? Parse(entry.Line) : null);

    private Entry? Line(string kind, string name) =>
        _packages.GetOrAdd(PackageOf(name), absent => new(() => Index(absent))).Value.GetValueOrDefault($"{kind} {name}");

    // Finding the name of an entry reads its tokens, but builds nothing of them.
    private Dictionary<string, Entry> Index(string package)
    {
        using var stream = open(package);
        if (stream is null)
        {
            return [];
        }

        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        var rest = content.AsMemory();
        while (!rest.IsEmpty)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (KeyOf(line.Span) is { } key)
            {
                entries[key] = new(line);
            }
        }

        return entries;
    }

    private static string? KeyOf(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty)
        {
            return null;
        }

        var reader = new Utf8JsonReader(line);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var kind = reader.ValueTextEquals("type"u8) ? "type"
                : reader.ValueTextEquals("object"u8) ? "object"
                : reader.ValueTextEquals("function"u8) ? "function"
                : reader.ValueTextEquals("enum"u8) ? "enum"
                : null;
            reader.Read();
            if (kind is not null)
            {
                return $"{kind} {reader.GetString()}";
            }

            reader.Skip();
        }

        return null;
    }

    // A class of our own: tables of such are compiled ahead of time, tables of a framework's structure are not.
    private sealed record Entry(ReadOnlyMemory<byte> Line);

    private static TypeFacts Parse(ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line);
        return new(
            ShapesOf(document.RootElement, "inputs"),
            ShapesOf(document.RootElement, "outputs"),
            document.RootElement.TryGetProperty("secrets", out var secrets)
                ? secrets.EnumerateArray().Select(name => name.GetString()!).ToFrozenSet(StringComparer.Ordinal)
                : FrozenSet<string>.Empty);
    }

    private static string[] Values(ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line);
        return [.. document.RootElement.GetProperty("values").EnumerateArray().Select(value => value.ToString())];
    }

    private static Shapes ShapesOf(JsonElement entry, string name)
    {
        if (!entry.TryGetProperty(name, out var members))
        {
            return Shapes.None;
        }

        var (names, shapes) = (new string[members.GetPropertyCount()], new TypeShape[members.GetPropertyCount()]);
        var count = 0;
        foreach (var member in members.EnumerateObject())
        {
            names[count] = member.Name;
            shapes[count++] = TypeShape.Parse(member.Value.GetString()!);
        }

        return new(names, shapes);
    }
}
