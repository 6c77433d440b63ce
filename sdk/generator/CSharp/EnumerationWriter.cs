using System.Text;
using Platform.SdkGenerator.CSharp.Naming;
using Platform.SdkGenerator.Schema;

namespace Platform.SdkGenerator.CSharp;

/// <summary>Writes an enumeration of strings: a struct with one static property for each value.</summary>
internal sealed class EnumerationWriter(PackageList list, SourceFiles files, Names names, Problems problems)
{
    public void Write(EnumerationModel enumeration)
    {
        var name = enumeration.Name;
        var place = $"{enumeration.Module}.{name}";
        var code = files.Class(names.Namespace(enumeration.Module), name, place);
        code.Add(
            $$"""
            [EnumType]
            public readonly struct {{name}} : IEquatable<{{name}}>
            {
                private readonly string _value;
                private {{name}}(string value) => _value = value;
            """);
        foreach (var value in enumeration.Values)
        {
            code.Add($"    {Obsolete.Mark(value.Deprecated)}public static {name} {Member(value.Name, name)} => new({Quote(value.Value)});");
        }

        code.Add(
            $$"""
                public static bool operator ==({{name}} left, {{name}} right) => left.Equals(right);
                public static bool operator !=({{name}} left, {{name}} right) => !left.Equals(right);
                public static explicit operator string({{name}} value) => value._value;
                public bool Equals({{name}} other) => string.Equals(_value, other._value, StringComparison.Ordinal);
                public override bool Equals(object? obj) => obj is {{name}} other && Equals(other);
                public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;
                public override string ToString() => _value;
            }
            """);
        foreach (var clash in enumeration.Values.GroupBy(value => Member(value.Name, name)).Where(group => group.Count() > 1))
        {
            problems.Add(
                $"{place}.{clash.Last().Name}",
                $"has the C# name of '{clash.First().Name}', '{clash.Key}'",
                $"leave the members of this type out with 'omit' of {list.File}");
        }
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
