using Google.Protobuf.WellKnownTypes;
using Platform.Graph;

namespace Platform.Engine.Wire;

/// <summary>Reads wire values into the graph's model, leaving out what is secret.</summary>
/// <param name="scrub">Decides about plain texts: <c>null</c> for one that contains a secret.</param>
internal sealed class PropertyBag(Func<string, string?> scrub)
{
    private const string Redacted = "[secret]";

    public MapValue Read(Struct? bag) =>
        bag is null
            ? MapValue.Empty
            : PropertyValue.Of(bag.Fields.DistinctBy(field => Key(field.Key)).Select(field => KeyValuePair.Create(Key(field.Key), Read(field.Value))));

    public PropertyValue Read(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.BoolValue => PropertyValue.Of(value.BoolValue),
        Value.KindOneofCase.NumberValue => PropertyValue.Of(value.NumberValue),
        Value.KindOneofCase.StringValue when Signatures.IsUnknown(value.StringValue) => PropertyValue.Unknown,
        Value.KindOneofCase.StringValue => scrub(value.StringValue) is { } text ? PropertyValue.Of(text) : PropertyValue.Withheld,
        Value.KindOneofCase.ListValue => PropertyValue.Of(value.ListValue.Values.Select(Read)),
        Value.KindOneofCase.StructValue => ReadStruct(value.StructValue),
        _ => PropertyValue.Null,
    };

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
