using Google.Protobuf.WellKnownTypes;
using Type = System.Type;

namespace Pulumi.Serialization;

/// <summary>References to resources, which become instances of the class for their type if there is one.</summary>
internal sealed class ResourceConverter(Type type) : ValueConverter
{
    public static Resource Read(Value value, Conversion conversion)
    {
        var fields = value.StructValue.Fields;
        var urn = conversion.Unwrap(fields.GetValueOrDefault(Signatures.Urn))?.StringValue ?? "";
        var version = conversion.Unwrap(fields.GetValueOrDefault(Signatures.PackageVersion))?.StringValue ?? "";
        return ResourceTypes.TryCreate(urn, version) ?? new DependencyResource(urn);
    }

    protected override object? ConvertBare(Value value, Conversion conversion)
    {
        if (Conversion.SignatureOf(value) != Signatures.Resource)
        {
            return conversion.Mismatch(type, value);
        }

        var resource = Read(value, conversion);
        return type.IsInstanceOfType(resource) ? resource : conversion.Mismatch(type, value);
    }
}
