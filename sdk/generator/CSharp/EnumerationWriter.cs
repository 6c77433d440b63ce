using System.Globalization;
using System.Text;
using Platform.SdkGenerator.Schema;

namespace Platform.SdkGenerator.CSharp;

/// <summary>Writes an enumeration of strings: a struct with one static property for each value.</summary>
internal sealed class EnumerationWriter(SourceFiles files, Names names, Problems problems, PackageList list)
{
    public void Write(EnumerationModel enumeration)
    {
        var name = enumeration.Name;
        var place = $"{enumeration.Module}.{name}";
        var body = files.Class(names.Namespace(enumeration.Module), name, place);
        body.Append(CultureInfo.InvariantCulture, $"[EnumType]\npublic readonly struct {name} : IEquatable<{name}>\n{{\n    private readonly string _value;\n");
        body.Append(CultureInfo.InvariantCulture, $"    private {name}(string value) => _value = value;\n");
        var taken = new HashSet<string>();
        foreach (var value in enumeration.Values)
        {
            var member = Member(value.Name, name);
            if (!taken.Add(member))
            {
                problems.Add($"{place}.{value.Name}", $"two values have the C# name '{member}'", $"leave the member that uses it out with 'omit' of {list.File}");
            }

            body.Append(CultureInfo.InvariantCulture, $"   {(value.Deprecated ? InputWriter.Obsolete : "")} public static {name} {member} => new({Quote(value.Value)});\n");
        }

        body.Append(CultureInfo.InvariantCulture, $"    public static bool operator ==({name} left, {name} right) => left.Equals(right);\n");
        body.Append(CultureInfo.InvariantCulture, $"    public static bool operator !=({name} left, {name} right) => !left.Equals(right);\n");
        body.Append(CultureInfo.InvariantCulture, $"    public static explicit operator string({name} value) => value._value;\n");
        body.Append(CultureInfo.InvariantCulture, $"    public bool Equals({name} other) => string.Equals(_value, other._value, StringComparison.Ordinal);\n");
        body.Append(CultureInfo.InvariantCulture, $"    public override bool Equals(object? obj) => obj is {name} other && Equals(other);\n");
        body.Append("    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;\n    public override string ToString() => _value;\n}\n");
    }

    /// <summary>A value's C# name: other characters become one underscore each run; a digit cannot come first.</summary>
    public static string Member(string name, string enumeration)
    {
        var member = new StringBuilder();
        foreach (var c in name)
        {
            var letter = char.IsLetterOrDigit(c) ? c : '_';
            if (letter != '_' || member.Length == 0 || member[^1] != '_')
            {
                member.Append(letter);
            }
        }

        var first = member[0];
        return first == '_' ? enumeration + member
            : char.IsDigit(first) ? $"{enumeration}_{member}"
            : member.ToString() == "Equals" ? "EqualsValue"
            : char.ToUpperInvariant(first) + member.ToString(1, member.Length - 1);
    }

    private static string Quote(string value) => $"\"{value.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
}
