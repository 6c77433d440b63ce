using Platform.Graph;

namespace Platform.Insights.Diff.Inputs;

/// <summary>What became of a planned value when the invented parts were replaced by what is really there.</summary>
internal enum Reading
{
    /// <summary>It can be compared.</summary>
    Known,

    /// <summary>It comes from a resource that does not exist yet.</summary>
    AfterDeployment,

    /// <summary>It cannot be known offline.</summary>
    Undecided,
}

/// <summary>Reads planned values in terms of the other side: where a plan has a placeholder, a state has the real id.</summary>
internal sealed class Translation(ResourceGraph before, ResourceGraph after, Identity identity, Func<string, bool> isNew)
{
    // What tells one resource from another; a longer one may hold a shorter one.
    private static readonly string[] Names = ["arn", "id", "name"];

    // Shorter parts are words that may stand anywhere.
    private const int LeastPart = 12;

    private static readonly char[] Separators = [':', '/', '-', '.'];

    private readonly bool _beforeIsPlan = before.Resources.Any(resource => !resource.Placeholders.IsEmpty);

    /// <summary>A text of the resource's inputs, with every output in it as the other side has it.</summary>
    public (Reading Reading, string Text) Read(Resource resource, string path, string text)
    {
        var reading = Reading.Known;
        foreach (var placeholder in At(resource, path).OrderByDescending(placeholder => OutputText(after.Find(placeholder.Urn), placeholder.Property)?.Length))
        {
            var source = after.Find(placeholder.Urn);
            if (source is not null && IsGiven(source, placeholder.Property))
            {
                continue;   // the program itself says it, before and after
            }

            if (source is null)
            {
                reading = reading == Reading.AfterDeployment || _beforeIsPlan ? reading : Reading.Undecided;
                continue;
            }

            if (isNew(source.Urn))
            {
                return (Reading.AfterDeployment, text);
            }

            var (now, then) = (OutputText(source, placeholder.Property), OutputText(identity.Before(source.Urn), placeholder.Property));
            if (now is not null && then is not null)
            {
                text = Parts(text.Replace(now, then, StringComparison.Ordinal), now, then);
            }
            else if (!_beforeIsPlan)
            {
                reading = Reading.Undecided;
            }
        }

        return (reading, text);
    }

    /// <summary>A text that no property holds, with every id, ARN and name in it as the other side has it.</summary>
    public string Read(string text)
    {
        foreach (var source in after.Resources.Where(resource => resource.Custom && !isNew(resource.Urn)))
        {
            foreach (var property in Names)
            {
                if (OutputText(source, property) is { Length: > 0 } now && OutputText(identity.Before(source.Urn), property) is { } then)
                {
                    text = text.Replace(now, then, StringComparison.Ordinal);
                }
            }
        }

        return text;
    }

    /// <summary>What can be said of a value that shows nothing: an unknown, a secret, or one whose mark did not survive.</summary>
    public Reading OfSources(Resource resource, string path)
    {
        var marks = At(resource, path).Select(placeholder => placeholder.Urn).ToList();
        var root = path[..(path.IndexOfAny(['.', '[']) is var cut and > 0 ? cut : path.Length)];
        var sources = marks.Count > 0 ? marks : resource.PropertyDependencies.GetValueOrDefault(root, []).ToList();
        return sources.Any(isNew) ? Reading.AfterDeployment : Reading.Undecided;
    }

    /// <summary>Whether a value that is no text was computed from others, so that its plan says nothing about the state.</summary>
    public bool IsComputed(Resource resource, string path) => !_beforeIsPlan && At(resource, path).Any();

    /// <summary>The old URN of what a reference means now; <c>null</c> if that is new.</summary>
    public string? OldUrn(string urn) => isNew(urn) ? null : identity.Before(urn)?.Urn;

    // A program that puts the copy of a secret into another region says its ARN by parts: what is invented in it is a part too.
    private static string Parts(string text, string now, string then)
    {
        var (mine, theirs) = (now.Split(Separators), then.Split(Separators));
        if (mine.Length == theirs.Length)
        {
            foreach (var (part, real) in mine.Zip(theirs).Where(pair => pair.First != pair.Second && pair.First.Length >= LeastPart))
            {
                text = text.Replace(part, real, StringComparison.Ordinal);
            }
        }

        return text;
    }

    private static IEnumerable<Placeholder> At(Resource resource, string path) => resource.Placeholders.Where(placeholder => placeholder.Path == path);

    private static bool IsGiven(Resource source, string? property) =>
        property is not null && TextAt(source.Inputs, property) is { } given && given == TextAt(source.Outputs, property)
        && !source.Placeholders.Any(placeholder => placeholder.Path == property);

    private static string? OutputText(Resource? source, string? property) =>
        source is null || property is null ? null
        : TextAt(source.Outputs, property) ?? (property == "id" ? source.Id : null);

    private static string? TextAt(PropertyValue value, string path) => Find("", value, path)?.AsText;

    private static PropertyValue? Find(string at, PropertyValue value, string path) =>
        at == path ? value
        : value switch
        {
            MapValue map => map.Members.Select(member => (Path: PropertyPath.Member(at, member.Key), member.Value))
                .Where(member => path.StartsWith(member.Path, StringComparison.Ordinal))
                .Select(member => Find(member.Path, member.Value, path)).FirstOrDefault(found => found is not null),
            ListValue list => list.Items.Select((item, index) => (Path: PropertyPath.Element(at, index), item))
                .Where(item => path.StartsWith(item.Path, StringComparison.Ordinal))
                .Select(item => Find(item.Path, item.item, path)).FirstOrDefault(found => found is not null),
            _ => null,
        };
}
