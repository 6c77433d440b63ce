using System.Collections.Immutable;
using System.Globalization;
using System.Reflection.Metadata;

namespace Platform.Tests.Api;

/// <summary>Writes the types of a signature as the list of official members does: short, without namespaces.</summary>
internal sealed class SignatureNames : ISignatureTypeProvider<string, object?>
{
    public static SignatureNames Instance { get; } = new();

    /// <summary>The name of a type without its namespace and the number of its type parameters; with the type around it, if there is one.</summary>
    public static string Short(MetadataReader reader, TypeReference type)
    {
        var name = WithoutArity(reader.GetString(type.Name));
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{Short(reader, reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope))}.{name}"
            : name;
    }

    /// <inheritdoc cref="Short(MetadataReader, TypeReference)"/>
    public static string Short(MetadataReader reader, TypeDefinition type)
    {
        var name = WithoutArity(reader.GetString(type.Name));
        return type.IsNested ? $"{Short(reader, reader.GetTypeDefinition(type.GetDeclaringType()))}.{name}" : name;
    }

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode switch
    {
        PrimitiveTypeCode.Boolean => "bool",
        PrimitiveTypeCode.Byte => "byte",
        PrimitiveTypeCode.Double => "double",
        PrimitiveTypeCode.Int32 => "int",
        PrimitiveTypeCode.Object => "object",
        PrimitiveTypeCode.String => "string",
        PrimitiveTypeCode.Void => "void",
        _ => typeCode.ToString(),
    };

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        Short(reader, reader.GetTypeReference(handle));

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        Short(reader, reader.GetTypeDefinition(handle));

    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        genericType == "Nullable" ? typeArguments[0] + "?" : $"{genericType}<{string.Join(',', typeArguments)}>";

    public string GetGenericTypeParameter(object? genericContext, int index) => "!" + Number(index);

    public string GetGenericMethodParameter(object? genericContext, int index) => "!!" + Number(index);

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

    public string GetByReferenceType(string elementType) => "&" + elementType;

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetFunctionPointerType(MethodSignature<string> signature) =>
        $"delegate*<{string.Join(',', signature.ParameterTypes.Append(signature.ReturnType))}>";

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    private static string WithoutArity(string name) => name.Split('`')[0];

    private static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);
}
