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

    private readonly ConcurrentDictionary<string, List<Leaf>> _outputs = new(StringComparer.Ordinal);

    /// <summary>The sources of all inputs, and for components and the stack of all outputs as well, in order of their paths.</summary>
    public ImmutableArray<Placeholder> Find(Registration registration)
    {
        var found = new SortedSet<Placeholder>(Order);
        foreach (var (key, value) in registration.Inputs.Fields)
        {
            var path = PropertyPath.Member("", key);
            var leaves = new List<Leaf>();
            AddLeaves(path, value, leaves);
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
            AddExact(registration, LeavesOf(registration.Outputs), found);
        }

        return [.. found];
    }

    private static Comparer<Placeholder> Order { get; } = Comparer<Placeholder>.Create((left, right) =>
    {
        var path = string.CompareOrdinal(left.Path, right.Path);
        var urn = path != 0 ? path : string.CompareOrdinal(left.Urn, right.Urn);
        return urn != 0 ? urn : string.CompareOrdinal(left.Property, right.Property);
    });

    private HashSet<string> AddExact(Registration registration, List<Leaf> leaves, SortedSet<Placeholder> found)
    {
        var sources = new HashSet<string>(StringComparer.Ordinal);
        var marks = new HashSet<MarkSource>();
        foreach (var leaf in leaves)
        {
            marks.Clear();
            session.Marks.Find(leaf.Text, marks);
            foreach (var (source, property) in marks)
            {
                if (source != registration.Urn && !source.StartsWith(ConfigSource, StringComparison.Ordinal))
                {
                    found.Add(new(leaf.Path, source, property, PlaceholderMatch.Exact));
                    sources.Add(source);
                }
            }
        }

        return sources;
    }

    // No mark: a name the program chose itself is still recognised by its text; anything else is known by the dependency alone.
    private void AddByDependency(string path, string urn, List<Leaf> leaves, SortedSet<Placeholder> found)
    {
        var any = false;
        var outputs = _outputs.GetOrAdd(urn, OutputsOf);
        foreach (var leaf in leaves)
        {
            if (Match(outputs, leaf) is { } property)
            {
                found.Add(new(leaf.Path, urn, property, PlaceholderMatch.Value));
                any = true;
            }
        }

        if (!any)
        {
            found.Add(new(path, urn, null, PlaceholderMatch.Approximate));
        }
    }

    // An output of the same text: the one of the same name, or else the first. Otherwise the longest that the text holds.
    private static string? Match(List<Leaf> outputs, Leaf leaf)
    {
        var name = leaf.Path.AsSpan()[(leaf.Path.LastIndexOf('.') + 1)..];
        string? equal = null;
        string? held = null;
        foreach (var output in outputs)
        {
            if (output.Text.Length == leaf.Text.Length && output.Text == leaf.Text)
            {
                if (name.SequenceEqual(output.Path))
                {
                    return output.Path;
                }

                equal ??= output.Path;
            }
            else if (held is null && output.Text.Length is >= MinContainedLength and var length && length < leaf.Text.Length
                && leaf.Text.Contains(output.Text, StringComparison.Ordinal))
            {
                held = output.Path;
            }
        }

        return equal ?? held;
    }

    // What a source has, in the order in which it is preferred: long texts, then the usual properties, then by name.
    private List<Leaf> OutputsOf(string urn)
    {
        if (session.Find(urn) is not { } source)
        {
            return [];
        }

        var outputs = LeavesOf(source.Outputs);
        outputs.RemoveAll(output => output.Text.Length == 0);
        if (source.Id.Length > 0 && !Signatures.IsUnknown(source.Id))
        {
            outputs.Add(new("id", source.Id));
        }

        outputs.Sort(static (left, right) =>
            left.Text.Length != right.Text.Length ? right.Text.Length.CompareTo(left.Text.Length)
            : Rank(left.Path) is var mine && Rank(right.Path) is var other && mine != other ? mine.CompareTo(other)
            : string.CompareOrdinal(left.Path, right.Path));
        return outputs;
    }

    private static int Rank(string property) => Array.IndexOf(Preferred, property) is var index and >= 0 ? index : Preferred.Length;

    private static List<Leaf> LeavesOf(Struct bag)
    {
        var leaves = new List<Leaf>();
        foreach (var (key, value) in bag.Fields)
        {
            AddLeaves(PropertyPath.Member("", key), value, leaves);
        }

        return leaves;
    }

    // Texts and numbers with their paths, also inside secrets, whose content stays here.
    private static void AddLeaves(string path, Value value, List<Leaf> leaves)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.StringValue when !WireValue.IsUnknown(value):
                leaves.Add(new(path, value.StringValue));
                break;
            case Value.KindOneofCase.NumberValue:
                leaves.Add(new(path, value.NumberValue.ToString(CultureInfo.InvariantCulture)));
                break;
            case Value.KindOneofCase.ListValue:
                for (var i = 0; i < value.ListValue.Values.Count; i++)
                {
                    AddLeaves(PropertyPath.Element(path, i), value.ListValue.Values[i], leaves);
                }

                break;
            case Value.KindOneofCase.StructValue when WireValue.Kind(value) is Signatures.Secret or Signatures.OutputValue:
                AddLeaves(path, WireValue.Unwrap(value), leaves);
                break;
            case Value.KindOneofCase.StructValue:
                foreach (var (key, member) in value.StructValue.Fields)
                {
                    if (key != Signatures.Key)
                    {
                        var inner = PropertyPath.Member(path, key);
                        leaves.Add(new(inner, key));
                        AddLeaves(inner, member, leaves);
                    }
                }

                break;
        }
    }

    // A class of our own: lists of such are compiled ahead of time, lists of tuples are not.
    private sealed record Leaf(string Path, string Text);
}
