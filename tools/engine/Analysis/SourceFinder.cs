using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Platform.Engine.Monitor;
using Platform.Engine.Placeholders;
using Platform.Engine.Wire;
using Platform.Graph;

namespace Platform.Engine.Analysis;

/// <summary>Finds out where the parts of a resource's inputs come from.</summary>
internal sealed class SourceFinder(Session session)
{
    private const string ConfigSource = "config:";

    // A shorter text is part of others by chance.
    private const int MinContainedLength = 4;

    private static readonly string[] Preferred = ["id", "arn", "name"];

    private readonly ConcurrentDictionary<string, IReadOnlyList<(string Path, string Text)>> _outputs = new(StringComparer.Ordinal);

    /// <summary>The sources of all inputs, and for components and the stack of all outputs as well, in order of their paths.</summary>
    public ImmutableArray<Placeholder> Find(Registration registration)
    {
        var found = new SortedSet<Placeholder>(Order);
        foreach (var (key, value) in registration.Inputs.Fields)
        {
            var path = PropertyPath.Member("", key);
            var leaves = Leaves(path, value).ToList();
            var sources = AddExact(registration, leaves, found);
            foreach (var urn in registration.PropertyDependencies.GetValueOrDefault(key) ?? [])
            {
                if (urn != registration.Urn && !sources.Contains(urn))
                {
                    AddByDependency(path, urn, leaves, found);
                }
            }
        }

        if (!registration.Custom)
        {
            AddExact(registration, [.. registration.Outputs.Fields.SelectMany(output => Leaves(PropertyPath.Member("", output.Key), output.Value))], found);
        }

        return [.. found];
    }

    private static Comparer<Placeholder> Order { get; } = Comparer<Placeholder>.Create((left, right) =>
    {
        var path = string.CompareOrdinal(left.Path, right.Path);
        var urn = path != 0 ? path : string.CompareOrdinal(left.Urn, right.Urn);
        return urn != 0 ? urn : string.CompareOrdinal(left.Property, right.Property);
    });

    private HashSet<string> AddExact(Registration registration, List<(string Path, string Text)> leaves, SortedSet<Placeholder> found)
    {
        var sources = new HashSet<string>(StringComparer.Ordinal);
        var marks = new HashSet<MarkSource>();
        foreach (var (path, text) in leaves)
        {
            marks.Clear();
            session.Marks.Find(text, marks);
            foreach (var mark in marks.Where(mark => mark.Source != registration.Urn && !mark.Source.StartsWith(ConfigSource, StringComparison.Ordinal)))
            {
                found.Add(new(path, mark.Source, mark.Path, PlaceholderMatch.Exact));
                sources.Add(mark.Source);
            }
        }

        return sources;
    }

    // No mark: a name the program chose itself is still recognised by its text; anything else is known by the dependency alone.
    private void AddByDependency(string path, string urn, List<(string Path, string Text)> leaves, SortedSet<Placeholder> found)
    {
        var any = false;
        foreach (var (leaf, text) in leaves)
        {
            if (Match(urn, leaf, text) is { } property)
            {
                found.Add(new(leaf, urn, property, PlaceholderMatch.Value));
                any = true;
            }
        }

        if (!any)
        {
            found.Add(new(path, urn, null, PlaceholderMatch.Approximate));
        }
    }

    private string? Match(string urn, string leaf, string text)
    {
        var outputs = _outputs.GetOrAdd(urn, Outputs);
        var name = leaf[(leaf.LastIndexOf('.') + 1)..];
        var equal = outputs.Where(output => output.Text == text).Select(output => output.Path).ToList();
        if (equal.Count > 0)
        {
            return equal.MinBy(property => (property == name ? -1 : Rank(property), property));
        }

        return outputs.Where(output => output.Text.Length >= MinContainedLength && text.Contains(output.Text, StringComparison.Ordinal))
            .OrderByDescending(output => output.Text.Length)
            .ThenBy(output => Rank(output.Path))
            .ThenBy(output => output.Path, StringComparer.Ordinal)
            .Select(output => output.Path)
            .FirstOrDefault();
    }

    private static int Rank(string property) => Array.IndexOf(Preferred, property) is var index and >= 0 ? index : Preferred.Length;

    private IReadOnlyList<(string Path, string Text)> Outputs(string urn)
    {
        if (session.Find(urn) is not { } source)
        {
            return [];
        }

        var outputs = source.Outputs.Fields.SelectMany(output => Leaves(PropertyPath.Member("", output.Key), output.Value)).Where(output => output.Text.Length > 0);
        return [.. source.Id.Length > 0 && !Signatures.IsUnknown(source.Id) ? outputs.Prepend(("id", source.Id)) : outputs];
    }

    // Texts and numbers with their paths, also inside secrets, whose content stays here.
    private static IEnumerable<(string Path, string Text)> Leaves(string path, Value value)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.StringValue when !WireValue.IsUnknown(value):
                return [(path, value.StringValue)];
            case Value.KindOneofCase.NumberValue:
                return [(path, value.NumberValue.ToString(CultureInfo.InvariantCulture))];
            case Value.KindOneofCase.ListValue:
                return value.ListValue.Values.SelectMany((item, index) => Leaves(PropertyPath.Element(path, index), item));
            case Value.KindOneofCase.StructValue when WireValue.Kind(value) is Signatures.Secret or Signatures.OutputValue:
                return Leaves(path, WireValue.Unwrap(value));
            case Value.KindOneofCase.StructValue:
                return value.StructValue.Fields
                    .Where(member => member.Key != Signatures.Key)
                    .SelectMany(member => Leaves(PropertyPath.Member(path, member.Key), member.Value).Prepend((PropertyPath.Member(path, member.Key), member.Key)));
            default:
                return [];
        }
    }
}
