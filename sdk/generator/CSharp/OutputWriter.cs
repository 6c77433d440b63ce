using System.Globalization;
using Platform.SdkGenerator.Schema;

namespace Platform.SdkGenerator.CSharp;

/// <summary>Writes the classes that hold what a provider answers: nested outputs and results of functions.</summary>
internal sealed class OutputWriter(PackageList list, SourceFiles files, Names names, TypeText types)
{
    public void Write(string ns, string name, string owner, ObjectRole role, IReadOnlyList<Member> members)
    {
        var fields = names.Members(members, owner, name).Select(m => (m, Type: TypeOf(m.Member, role, ns), Parameter: Parameter(m.Member.Name))).ToList();
        var body = files.Class(ns, name, owner);
        body.Append(CultureInfo.InvariantCulture, $"[OutputType]\n[method: OutputConstructor]\npublic sealed class {name}(");
        body.AppendJoin(", ", fields.Select(field => $"{WireName(field.m.Member.Name)}{field.Type} {field.Parameter}")).Append(")\n{\n");
        foreach (var (named, type, parameter) in fields)
        {
            body.Append(CultureInfo.InvariantCulture, $"   {(named.Member.Deprecated ? InputWriter.Obsolete : "")} {named.Access} readonly {type} {named.Name} = {parameter};\n");
        }

        body.Append("}\n");
    }

    /// <summary>The runtime finds the value of a parameter by its name, so that is the one of the wire where C# allows it.</summary>
    private static string Parameter(string wire)
    {
        var name = Plain(wire);
        return Keywords.Contains(name) ? "@" + name : name;
    }

    /// <summary>Tells the runtime the name on the wire where a parameter cannot have it.</summary>
    private static string WireName(string wire) => Plain(wire) == wire ? "" : $"[OutputConstructorParameter(\"{wire}\")] ";

    private static string Plain(string wire) => wire.TrimStart('$').Replace('-', '_');

    private static readonly HashSet<string> Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out",
        "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc",
        "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort",
        "using", "virtual", "void", "volatile", "while",
    ];

    private string TypeOf(Member member, ObjectRole role, string ns)
    {
        var nullable = member.Optional && !list.Kubernetes && member.Type is not ListType;
        return types.Spell(member.Type, role, ns) + (nullable ? "?" : "");
    }
}
