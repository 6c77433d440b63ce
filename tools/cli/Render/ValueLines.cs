using Platform.Graph;

namespace Platform.Cli.Render;

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
            Write(prefix, new Span($"{ValueText.Quoted(key)}:", Tone.Faint), PropertyPath.Member("", key), value, resource);
        }
    }

    private void Write(string prefix, Span label, string path, PropertyValue value, Resource? resource)
    {
        var deeper = prefix + "  ";
        switch (value)
        {
            case MapValue { Members.Count: > 0 } map:
                Line(prefix, label);
                foreach (var (key, member) in map.Members)
                {
                    Write(deeper, new Span($"{ValueText.Quoted(key)}:", Tone.Faint), PropertyPath.Member(path, key), member, resource);
                }

                break;
            case ListValue { Items.Length: > 0 } list:
                Line(prefix, label);
                for (var index = 0; index < list.Items.Length; index++)
                {
                    Write(deeper, new Span("-", Tone.Faint), PropertyPath.Element(path, index), list.Items[index], resource);
                }

                break;
            case TextValue(var text) when text.TrimEnd('\n').Contains('\n', StringComparison.Ordinal):
                Line(prefix, [label, new Span(" |", Tone.Faint), .. sources.Describe(resource, path, value).Skip(1)]);
                foreach (var line in Printable.Lines(text))
                {
                    Line(deeper, line);
                }

                break;
            default:
                Line(prefix, [label, " ", .. sources.Describe(resource, path, value)]);
                break;
        }
    }

    private void Line(string prefix, params ReadOnlySpan<Span> spans) => page.Hang(new Span(prefix, Tone.Faint), prefix + "    ", spans);
}
