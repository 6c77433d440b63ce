using Google.Protobuf.WellKnownTypes;
using Type = System.Type;

namespace Pulumi.Serialization;

/// <summary>Assets and archives.</summary>
internal sealed class AssetConverter(Type type) : ValueConverter
{
    public static AssetOrArchive? Read(Value value, Conversion conversion)
    {
        var fields = value.StructValue.Fields;
        var isAsset = Conversion.SignatureOf(value) == Signatures.Asset;
        if (fields.TryGetValue(Signatures.Path, out var path))
        {
            return isAsset ? new FileAsset(path.StringValue) : new FileArchive(path.StringValue);
        }

        if (fields.TryGetValue(Signatures.Uri, out var uri))
        {
            return isAsset ? new RemoteAsset(uri.StringValue) : new RemoteArchive(uri.StringValue);
        }

        if (isAsset && fields.TryGetValue(Signatures.Text, out var text))
        {
            return new StringAsset(text.StringValue);
        }

        if (!isAsset && fields.TryGetValue(Signatures.Assets, out var assets))
        {
            var inner = new Dictionary<string, AssetOrArchive>(StringComparer.Ordinal);
            foreach (var (name, field) in assets.StructValue.Fields)
            {
                if (Read(field, conversion) is { } member)
                {
                    inner[name] = member;
                }
            }

            return new AssetArchive(inner);
        }

        conversion.Problem($"Expected an {(isAsset ? "asset" : "archive")} to have content deserializing {conversion.What}");
        return null;
    }

    protected override object? ConvertBare(Value value, Conversion conversion)
    {
        if (Conversion.SignatureOf(value) is Signatures.Asset or Signatures.Archive && Read(value, conversion) is { } read && type.IsInstanceOfType(read))
        {
            return read;
        }

        return conversion.Mismatch(type, value);
    }
}
