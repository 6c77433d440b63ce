using Platform.Graph;

namespace Platform.Cli.Render.Plans;

/// <summary>Writes nested values in the way of YAML, one per line.</summary>
internal sealed class ValueLines(Page page, ValueSources sources)
{
    /// <summary>Writes the members of a map.</summary>
    /// <param name="prefix">Stands before every line.</param>
    /// <param name="map">What to write.</param>
    /// <param name="resource">Whose inputs these are; <c>null</c> for the outputs of the stack.</param>
    public void Write(string prefix, MapValue map, Resource? resource)
    {
        foreach (var (key, value) in map.Members)
        {
            Write(prefix, prefix, Label(key), PropertyPath.Member("", key), value, resource);
        }
    }

    /// <summary>Writes one value; <paramref name="first"/> stands before its first line, <paramref name="prefix"/> before the others.</summary>
    private void Write(string first, string prefix, Span label, string path, PropertyValue value, Resource? resource)
    {
        switch (value)
        {
            case MapValue { Members.Count: > 0 } map:
                Line(first, label);
                WriteMembers(prefix + "  ", prefix + "  ", path, map, resource);
                break;
            case ListValue { Items.Length: > 0 } list:
                Line(first, label);
                for (var index = 0; index < list.Items.Length; index++)
                {
                    WriteItem(prefix + "  ", PropertyPath.Element(path, index), list.Items[index], resource);
                }

                break;
            case TextValue(var text) when text.TrimEnd('\n').Contains('\n', StringComparison.Ordinal):
                Line(first, [label, new Span(" |", Tone.Faint), .. sources.Describe(resource, path, value).Skip(1)]);
                foreach (var line in Printable.Lines(text))
                {
                    Line(prefix + "  ", line);
                }

                break;
            default:
                Line(first, [label, " ", .. sources.Describe(resource, path, value)]);
                break;
        }
    }

    private void WriteItem(string prefix, string path, PropertyValue item, Resource? resource)
    {
        if (item is MapValue { Members.Count: > 0 } map)
        {
            WriteMembers(prefix + "- ", prefix + "  ", path, map, resource);   // the dash stands before the first member
        }
        else
        {
            Write(prefix, prefix, new Span("-", Tone.Faint), path, item, resource);
        }
    }

    private void WriteMembers(string first, string prefix, string path, MapValue map, Resource? resource)
    {
        foreach (var (key, member) in map.Members)
        {
            Write(first, prefix, Label(key), PropertyPath.Member(path, key), member, resource);
            first = prefix;
        }
    }

    private static Span Label(string key) => new($"{ValueText.Quoted(key)}:", Tone.Faint);

    private void Line(string prefix, params ReadOnlySpan<Span> spans) =>
        page.Hang(new Span(prefix, Tone.Faint), prefix.Replace('-', ' ') + "    ", spans);
}
