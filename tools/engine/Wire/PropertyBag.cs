using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Platform.Graph;

namespace Platform.Engine.Wire;

/// <summary>Reads wire values into the graph's model, leaving out what is secret.</summary>
/// <param name="scrub">Decides about plain texts: <c>null</c> for one that contains a secret.</param>
internal sealed class PropertyBag(Func<string, string?> scrub)
{
    private const string Redacted = "[secret]";

    public MapValue Read(Struct? bag)
    {
        if (bag is null || bag.Fields.Count == 0)
        {
            return MapValue.Empty;
        }

        var members = MapValue.Empty.Members.ToBuilder();
        foreach (var (key, value) in bag.Fields)
        {
            // Two keys of secrets look the same in the graph: the first stands for both.
            if (Key(key) is var shown && !members.ContainsKey(shown))
            {
                members.Add(shown, Read(value));
            }
        }

        return new(members.ToImmutable());
    }

    public PropertyValue Read(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.BoolValue => PropertyValue.Of(value.BoolValue),
        Value.KindOneofCase.NumberValue => PropertyValue.Of(value.NumberValue),
        Value.KindOneofCase.StringValue when Signatures.IsUnknown(value.StringValue) => PropertyValue.Unknown,
        Value.KindOneofCase.StringValue => scrub(value.StringValue) is { } text ? PropertyValue.Of(text) : PropertyValue.Withheld,
        Value.KindOneofCase.ListValue => ReadList(value.ListValue),
        Value.KindOneofCase.StructValue => ReadStruct(value.StructValue),
        _ => PropertyValue.Null,
    };

    private Graph.ListValue ReadList(Google.Protobuf.WellKnownTypes.ListValue list)
    {
        var items = ImmutableArray.CreateBuilder<PropertyValue>(list.Values.Count);
        foreach (var item in list.Values)
        {
            items.Add(Read(item));
        }

        return new(items.MoveToImmutable());
    }

    private PropertyValue ReadStruct(Struct bag) => WireValue.Kind(Value.ForStruct(bag)) switch
    {
        null => Read(bag),
        Signatures.Secret => PropertyValue.Secret,
        Signatures.OutputValue => ReadOutputValue(bag),
        Signatures.Reference => new ReferenceValue(WireValue.Text(bag, "urn") ?? "", ReferenceId(bag)),
        Signatures.Asset when Source(bag) is var (source, content) => new AssetValue(source, content, WireValue.Text(bag, "hash")),
        Signatures.Archive when Source(bag) is var (source, content) => new ArchiveValue(source, content, MapValue.Empty, WireValue.Text(bag, "hash")),
        Signatures.Archive when bag.Fields.TryGetValue("assets", out var assets) && assets.KindCase == Value.KindOneofCase.StructValue =>
            new ArchiveValue(null, "", Read(assets.StructValue), WireValue.Text(bag, "hash")),
        _ => PropertyValue.Unknown,
    };

    private PropertyValue ReadOutputValue(Struct bag)
    {
        if (bag.Fields.TryGetValue("secret", out var secret) && secret.BoolValue)
        {
            return PropertyValue.Secret;
        }

        return bag.Fields.TryGetValue("value", out var inner) ? Read(inner) : PropertyValue.Unknown;
    }

    private static string? ReferenceId(Struct bag) =>
        bag.Fields.TryGetValue("id", out var id) && id.KindCase == Value.KindOneofCase.StringValue
            ? Signatures.IsUnknown(id.StringValue) ? "" : id.StringValue
            : null;

    private (AssetSource Source, string Content)? Source(Struct bag)
    {
        foreach (var (key, source) in new[] { ("text", AssetSource.Text), ("path", AssetSource.Path), ("uri", AssetSource.Uri) })
        {
            if (bag.Fields.TryGetValue(key, out var content) && content.KindCase == Value.KindOneofCase.StringValue)
            {
                return (source, scrub(content.StringValue) ?? Redacted);
            }
        }

        return null;
    }

    private string Key(string key) => scrub(key) ?? Redacted;
}
