using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Enum = System.Enum;
using Type = System.Type;

namespace Pulumi.Serialization;

internal sealed class ScalarConverter(Type type) : ValueConverter
{
    private static readonly object Zero = 0;
    private static readonly object ZeroDouble = 0.0;
    private static readonly object True = true;
    private static readonly object False = false;

    public override object? Default => type == typeof(string) ? null : type == typeof(int) ? Zero : type == typeof(double) ? ZeroDouble : False;

    protected override object? ConvertBare(Value value, Conversion conversion) => value.KindCase switch
    {
        Value.KindOneofCase.StringValue when type == typeof(string) => value.StringValue,
        Value.KindOneofCase.BoolValue when type == typeof(bool) => value.BoolValue ? True : False,
        Value.KindOneofCase.NumberValue when type == typeof(double) => value.NumberValue,
        Value.KindOneofCase.NumberValue when type == typeof(int) =>
            value.NumberValue is >= int.MinValue and <= int.MaxValue ? (int)value.NumberValue : NotInt32(value.NumberValue, conversion),
        _ => conversion.Mismatch(type, value),
    };

    private static object? NotInt32(double number, Conversion conversion)
    {
        conversion.Problem(string.Create(CultureInfo.InvariantCulture, $"{number} does not fit the System.Int32 of {conversion.What}"));
        return null;
    }
}

internal sealed class JsonConverter : ValueConverter
{
    private static readonly object None = default(JsonElement);

    public override object? Default => None;

    protected override object? ConvertBare(Value value, Conversion conversion)
    {
        var plain = new UntypedConverter.MarkRemover(conversion).Remove(value);
        return conversion.IsKnown ? JsonElement.Parse(JsonFormatter.Default.Format(plain)) : null;
    }
}

internal sealed class EnumConverter(Type type) : ValueConverter
{
    private readonly object _zero = Enum.ToObject(type, 0);

    public override object? Default => _zero;

    protected override object? ConvertBare(Value value, Conversion conversion) =>
        value.KindCase == Value.KindOneofCase.NumberValue ? Enum.ToObject(type, (int)value.NumberValue) : conversion.Mismatch(type, value);
}

internal sealed class EnumTypeConverter(Type type, EnumTypes members) : ValueConverter
{
    private readonly object _default = Activator.CreateInstance(type)!;

    public override object? Default => _default;

    protected override object? ConvertBare(Value value, Conversion conversion) => value.KindCase switch
    {
        Value.KindOneofCase.StringValue when members.WireType == typeof(string) => members.Create(value.StringValue),
        Value.KindOneofCase.NumberValue when members.WireType == typeof(double) => members.Create(value.NumberValue),
        _ => conversion.Mismatch(type, value),
    };
}
