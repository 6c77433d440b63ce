using System.Globalization;
using System.Reflection.Metadata;

namespace Platform.Tests.Api;

/// <summary>How a method or a field of an assembly is called as an <see cref="ApiMember"/>.</summary>
internal static class MemberNames
{
    public static ApiMember OfMethod(string type, string name, MethodSignature<string> signature)
    {
        var parameters = signature.ParameterTypes;
        return name switch
        {
            "get_Item" => new(type, $"this[{string.Join(',', parameters)}]:get"),
            "set_Item" => new(type, $"this[{string.Join(',', parameters.RemoveAt(parameters.Length - 1))}]:set"),
            _ when name.StartsWith("get_", StringComparison.Ordinal) => new(type, $"{name[4..]}:get", signature.ReturnType),
            _ when name.StartsWith("set_", StringComparison.Ordinal) => new(type, $"{name[4..]}:set", parameters[^1]),
            "op_Implicit" => new(type, Conversion(parameters[0], signature.ReturnType)),
            _ => new(type, $"{name}{Arity(signature.GenericParameterCount)}({string.Join(',', parameters)})"),
        };
    }

    public static ApiMember OfField(string type, string name, string valueType) => new(type, $"{name}:get", valueType);

    public static string Conversion(string from, string to) => $"{from}->{to}";

    public static string Arity(int count) => count == 0 ? "" : "`" + count.ToString(CultureInfo.InvariantCulture);
}
