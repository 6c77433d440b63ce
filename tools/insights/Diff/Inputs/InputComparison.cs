using System.Security.Cryptography;
using System.Text;
using Platform.Graph;

namespace Platform.Insights.Diff.Inputs;

/// <summary>Compares what a resource is given with what it was given.</summary>
internal sealed class InputComparison(Resource before, Resource after, Translation translation)
{
    private readonly List<PropertyChange> _changes = [];
    private readonly List<string> _undecided = [];

    /// <summary>What differs, sorted by path.</summary>
    public IReadOnlyList<PropertyChange> Changes => _changes;

    /// <summary>Paths that cannot be compared.</summary>
    public IReadOnlyList<string> Undecided => _undecided;

    public void Run() => Maps("", before.Inputs, after.Inputs);

    private void Maps(string path, MapValue old, MapValue now)
    {
        foreach (var key in old.Members.Keys.Union(now.Members.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (then, given) = (old[key], now[key]);
            var alone = then is null ? now : given is null ? old : null;
            if (!Noise.IsIgnored(after.Type, path, key) && (alone is null || !Noise.IsAdded(after.Type, path, key, alone, wasThere: given is null)))
            {
                Values(PropertyPath.Member(path, key), key, then, given);
            }
        }
    }

    private void Values(string path, string key, PropertyValue? old, PropertyValue? now)
    {
        switch (old, now)
        {
            case (NullValue or null, NullValue or null):
                return;
            case (SecretValue, SecretValue):
                Hidden(path, old, now, changed: translation.OfSources(after, path) == Reading.AfterDeployment && old != now);
                return;
            case (SecretValue, MapValue or ListValue) when HoldsSecret(now!):
            case (MapValue or ListValue, SecretValue) when HoldsSecret(old!):
                return;   // a state may hide the whole of what the program hides in part
            case (_, UnknownValue):
                Hidden(path, old, now, changed: translation.OfSources(after, path) == Reading.AfterDeployment);
                return;
            case (not null, SecretValue { IsWithheld: true }):
                _undecided.Add(path);        // the state shows what the plan keeps back: nobody said that it is a secret now
                return;
            case (not (SecretValue or null), SecretValue):
                _changes.Add(new(path, PropertyValue.Of("(no secret yet)"), now));   // what it was may be what nobody should see now
                return;
            case (UnknownValue, _):
                _undecided.Add(path);
                return;
            case (MapValue then, MapValue given):
                Maps(path, then, given);
                return;
            case (ListValue then, ListValue given):
                Lists(path, key, then, given);
                return;
            case (ReferenceValue then, ReferenceValue given):
                Record(path, old, now, same: translation.OldUrn(given.Urn) == then.Urn);
                return;
            case (AssetValue or ArchiveValue, AssetValue or ArchiveValue):
                Files(path, old, now);
                return;
            case (_, TextValue text):
                Texts(path, old, text);
                return;
            default:
                Record(path, old, now, same: Same(path, old, now));
                return;
        }
    }

    private void Lists(string path, string key, ListValue old, ListValue now)
    {
        // Only plain values are told apart without their place; a block is compared with the one that stands where it stood.
        if (Noise.IsSet(after.Type, key) && !old.Items.Concat(now.Items).Any(item => item is MapValue or ListValue))
        {
            // In terms of the other side and sorted, so that what stayed meets itself.
            var given = now.Items.Select((item, index) => (item, Reading: Translated(PropertyPath.Element(path, index), item))).ToList();
            var gone = old.Items.Where(item => !given.Any(other => other.Reading.Equals(item))).ToList();
            var come = given.Where(other => !old.Items.Contains(other.Reading)).ToList();
            if (gone.Count > 0 && come.Count == gone.Count && come.All(other => other.Reading is UnknownValue { } && !IsAfterDeployment(path, now, other.item)))
            {
                _undecided.Add(path);
                return;
            }

            if (gone.Count + come.Count > 0)
            {
                _changes.Add(new(path, old, PropertyValue.Of(given.Select(item => item.Reading))));
            }

            return;
        }

        for (var index = 0; index < Math.Max(old.Items.Length, now.Items.Length); index++)
        {
            Values(PropertyPath.Element(path, index), key, old[index], now[index]);
        }
    }

    private static bool HoldsSecret(PropertyValue value) => value switch
    {
        SecretValue => true,
        MapValue map => map.Members.Values.Any(HoldsSecret),
        ListValue list => list.Items.Any(HoldsSecret),
        _ => false,
    };

    private bool IsAfterDeployment(string path, ListValue now, PropertyValue item) =>
        translation.Read(after, PropertyPath.Element(path, now.Items.IndexOf(item)), item.AsText ?? "").Reading == Reading.AfterDeployment;

    private PropertyValue Translated(string path, PropertyValue item) =>
        item is TextValue(var text)
            ? translation.Read(after, path, text) is (Reading.Known, var known) ? PropertyValue.Of(known) : PropertyValue.Unknown
            : item is SecretValue { IsWithheld: true } ? PropertyValue.Unknown
            : item;

    private void Texts(string path, PropertyValue? old, TextValue now)
    {
        var (reading, text) = translation.Read(after, path, now.Text);
        if (reading == Reading.AfterDeployment)
        {
            _changes.Add(new(path, old, PropertyValue.Unknown));
        }
        else if (old is SecretValue)
        {
            _changes.Add(new(path, old, PropertyValue.Of("(no longer a secret)")));
        }
        else if (old is null or NullValue || Scalar.Text(old) != text)
        {
            if (reading == Reading.Undecided)
            {
                _undecided.Add(path);
            }
            else if (old?.AsText is { } then && Document.Parse(then) is { } oldDocument && Document.Parse(text) is { } document)
            {
                _changes.AddRange(DocumentComparison.Of(path, oldDocument, document));
            }
            else
            {
                _changes.Add(new(path, old, PropertyValue.Of(text)));
            }
        }
    }

    private void Hidden(string path, PropertyValue? old, PropertyValue now, bool changed)
    {
        if (changed)
        {
            _changes.Add(new(path, old, now));
        }
        else if (now is UnknownValue)
        {
            _undecided.Add(path);
        }
    }

    private void Files(string path, PropertyValue old, PropertyValue now)
    {
        var (then, given) = (Hash(old), Hash(now));
        if (then is null || given is null)
        {
            if (old != now)
            {
                _undecided.Add(path);   // only the deployment reads the files
            }
        }
        else if (then != given)
        {
            _changes.Add(new(path, old, now));
        }
    }

    private static string? Hash(PropertyValue file) => file switch
    {
        AssetValue { Hash: { } hash } => hash,
        ArchiveValue { Hash: { } hash } => hash,
        AssetValue { Source: AssetSource.Text } asset => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asset.Content))),
        _ => null,
    };

    private bool Same(string path, PropertyValue? old, PropertyValue? now) =>
        old is not null && now is not null
        && (old.Equals(now) || (Scalar.Text(old) is { } text && text == Scalar.Text(now)) || translation.IsComputed(after, path));

    private void Record(string path, PropertyValue? old, PropertyValue? now, bool same)
    {
        if (!same)
        {
            _changes.Add(new(path, old, now));
        }
    }
}
