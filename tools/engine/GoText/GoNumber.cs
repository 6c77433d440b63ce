using System.Globalization;
using System.Text;

namespace Platform.Engine.GoText;

/// <summary>Writes a double as Go's JSON encoder does, because Pulumi's command line hands config to programs in that form.</summary>
internal static class GoNumber
{
    public static string Format(double number)
    {
        if (number == 0)
        {
            return double.IsNegative(number) ? "-0" : "0";
        }

        var (digits, exponent) = Decompose(number.ToString("R", CultureInfo.InvariantCulture));
        var sign = number < 0 ? "-" : "";
        var magnitude = Math.Abs(number);
        return sign + (magnitude is < 1e-6 or >= 1e21 ? Scientific(digits, exponent) : Plain(digits, exponent));
    }

    // 12.5 and 1.25E+1 are both digits "125" with the decimal point after the first digit and exponent 1.
    private static (string Digits, int Exponent) Decompose(string text)
    {
        var unsigned = text.TrimStart('-');
        var e = unsigned.IndexOf('E', StringComparison.Ordinal);
        var mantissa = e < 0 ? unsigned : unsigned[..e];
        var exponent = e < 0 ? 0 : int.Parse(unsigned[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa.Length : point;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var leadingZeros = digits.Length - digits.TrimStart('0').Length;
        digits = digits.Trim('0');
        return (digits, exponent + whole - 1 - leadingZeros);
    }

    private static string Plain(string digits, int exponent)
    {
        if (exponent < 0)
        {
            return "0." + new string('0', -exponent - 1) + digits;
        }

        var whole = digits.PadRight(exponent + 1, '0');
        return whole.Length == exponent + 1 ? whole : $"{whole[..(exponent + 1)]}.{whole[(exponent + 1)..]}";
    }

    private static string Scientific(string digits, int exponent)
    {
        var text = new StringBuilder().Append(digits[0]);
        if (digits.Length > 1)
        {
            text.Append('.').Append(digits, 1, digits.Length - 1);
        }

        return text.Append('e').Append(exponent < 0 ? '-' : '+')
            .Append(Math.Abs(exponent).ToString(exponent < 0 ? "0" : "00", CultureInfo.InvariantCulture)).ToString();
    }
}
