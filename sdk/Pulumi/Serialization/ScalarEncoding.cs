using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Enum = System.Enum;

namespace Pulumi.Serialization;

/// <summary>Numbers, texts, booleans and enumerations on the wire.</summary>
internal static class ScalarEncoding
{
    public static bool TryEncode(object? value, SerializationPath path, [NotNullWhen(true)] out Value? encoded)
    {
        encoded = value switch
        {
            null => Value.ForNull(),
            string text => Value.ForString(text),
            bool truth => Value.ForBool(truth),
            int number => Value.ForNumber(number),
            double number => Value.ForNumber(number),
            Enum choice => Value.ForNumber(ToNumber(choice, path)),
            sbyte or byte or short or ushort or uint => Value.ForNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            float number => Value.ForNumber(double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
            long number => Value.ForNumber(Exact((Int128)number, path)),
            ulong number => Value.ForNumber(Exact((Int128)number, path)),
            decimal number => Value.ForNumber(Exact(number, path)),
            _ => null,
        };
        if (encoded is null && EnumTypes.TryGetValue(value!, out var inner))
        {
            encoded = inner is string text ? Value.ForString(text) : Value.ForNumber((double)inner);
        }

        return encoded is not null;
    }

    // Numbers are doubles on the wire; one that would arrive changed is refused instead.
    private static double Exact(Int128 number, SerializationPath path)
    {
        var encoded = (double)number;
        return (Int128)encoded == number ? encoded : throw DoesNotFit(number, path);
    }

    private static double Exact(decimal number, SerializationPath path)
    {
        // The shortest text of the double is what every reader on the way will show.
        var encoded = (double)number;
        var shown = encoded.ToString("R", CultureInfo.InvariantCulture);
        return decimal.TryParse(shown, NumberStyles.Float, CultureInfo.InvariantCulture, out var arrived) && arrived == number
            ? encoded
            : throw DoesNotFit(number, path);
    }

    private static UnsupportedArgumentException DoesNotFit(IFormattable number, SerializationPath path) => new(
        $"{number.ToString(null, CultureInfo.InvariantCulture)} does not fit a number on the wire, which has 53 bits; "
        + $"pass it as a string if the resource takes one.\n\t{path}");

    private static double ToNumber(Enum choice, SerializationPath path) =>
        Enum.GetUnderlyingType(choice.GetType()) == typeof(int)
            ? Convert.ToDouble(choice, CultureInfo.InvariantCulture)
            : throw new UnsupportedArgumentException(
                $"{choice.GetType().FullName} is not a supported argument type: only enumerations based on int are.\n\t{path}");
}
