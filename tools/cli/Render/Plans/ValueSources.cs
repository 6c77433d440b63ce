using Platform.Graph;

namespace Platform.Cli.Render.Plans;

/// <summary>Tells where placeholders come from, by the names people gave.</summary>
internal sealed class ValueSources(ResourceGraph graph)
{
    private readonly Dictionary<string, Dictionary<string, string>> _outputTexts = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, Placeholder?>> _byText = new(() => IndexOutputs(graph));

    /// <summary>The spans of a value at a path of a resource's inputs: its source alone where that says it all, else both.</summary>
    public Span[] Describe(Resource? resource, string path, PropertyValue value)
    {
        var text = ValueText.Of(value);
        var sources = SourcesOf(resource, path, value);
        if (sources.Count == 0)
        {
            return [text];
        }

        var names = string.Join(", ", sources.Select(Name).Distinct(StringComparer.Ordinal));
        var arrow = new Span($"← {names}", Tone.Source);
        return value switch
        {
            SecretValue or UnknownValue => [text, " ", arrow],
            TextValue(var whole) when sources is [var only] && whole == OutputText(only) => [arrow],
            _ => [text, "  ", arrow],
        };
    }

    private List<Placeholder> SourcesOf(Resource? resource, string path, PropertyValue value)
    {
        if (resource is null)
        {
            // A stack's output has no list of its own: what equals exactly one computed output comes from there.
            return value.AsText is { } text && _byText.Value.GetValueOrDefault(text) is { } source ? [source] : [];
        }

        // One output often stands under several names (`arn`, `role`): the surest and shortest is enough. And what is the value
        // as a whole explains it; a known text that only occurs in it does not.
        var sources = resource.Placeholders
            .Where(placeholder => placeholder.Path == path)
            .OrderBy(placeholder => placeholder.Match).ThenBy(placeholder => placeholder.Property?.Length)
            .DistinctBy(placeholder => (placeholder.Match == PlaceholderMatch.Approximate ? placeholder.Urn : null, OutputText(placeholder)))
            .ToList();
        return sources.Find(source => OutputText(source) is { } text && text == value.AsText) is { } whole
            ? [whole]
            : sources.FindAll(source => source.Match != PlaceholderMatch.Value);
    }

    private string Name(Placeholder source)
    {
        var name = graph.Find(source.Urn)?.Name ?? source.Urn;
        return source.Property is { } property ? $"{name}.{property}" : $"{name} (approximately)";
    }

    private string? OutputText(Placeholder source)
    {
        if (source.Property is not { } property || graph.Find(source.Urn) is not { } resource)
        {
            return null;
        }

        if (!_outputTexts.TryGetValue(source.Urn, out var texts))
        {
            _outputTexts[source.Urn] = texts = Texts(resource).ToDictionary(StringComparer.Ordinal);
        }

        return texts.GetValueOrDefault(property);
    }

    private static Dictionary<string, Placeholder?> IndexOutputs(ResourceGraph graph)
    {
        var index = new Dictionary<string, Placeholder?>(StringComparer.Ordinal);
        foreach (var resource in graph.Resources.Where(resource => resource.Custom))
        {
            foreach (var (property, text) in Texts(resource))
            {
                if (resource.Inputs[property]?.AsText == text)
                {
                    continue;   // the program gave it; the provider only repeats it
                }

                var source = new Placeholder("", resource.Urn, property, PlaceholderMatch.Value);
                if (!index.TryAdd(text, source) && index[text] is { } other && other.Urn != resource.Urn)
                {
                    index[text] = null;   // said by two resources: it could be either
                }
            }
        }

        return index;
    }

    private static IEnumerable<KeyValuePair<string, string>> Texts(Resource resource)
    {
        var texts = Flatten("", resource.Outputs);
        return resource.Id is { } id && resource.Outputs["id"] is null ? texts.Prepend(new("id", id)) : texts;
    }

    private static IEnumerable<KeyValuePair<string, string>> Flatten(string path, PropertyValue value) => value switch
    {
        TextValue(var text) => [new(path, text)],
        MapValue map => map.Members.SelectMany(member => Flatten(PropertyPath.Member(path, member.Key), member.Value)),
        ListValue list => list.Items.SelectMany((item, index) => Flatten(PropertyPath.Element(path, index), item)),
        _ => [],
    };
}
