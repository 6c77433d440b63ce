using System.Globalization;
using Platform.SdkGenerator.Schema;

namespace Platform.SdkGenerator.CSharp;

/// <summary>Writes the classes that hold what a provider answers: nested outputs and results of functions.</summary>
internal sealed class OutputWriter(PackageList list, SourceFiles files, Names names, TypeText types)
{
    public void Write(string ns, string name, string owner, ObjectRole role, IReadOnlyList<Member> members)
    {
        var fields = names.Members(members, owner, name).Select(m => (m, Type: TypeOf(m.Member, role, ns), Parameter: "@" + m.Member.Name.TrimStart('$').Replace('-', '_'))).ToList();
        var body = files.Class(ns, name, owner);
        body.Append(CultureInfo.InvariantCulture, $"[OutputType]\n[method: OutputConstructor]\npublic sealed class {name}(");
        body.AppendJoin(", ", fields.Select(field => $"{field.Type} {field.Parameter}")).Append(")\n{\n");
        foreach (var (named, type, parameter) in fields)
        {
            body.Append(CultureInfo.InvariantCulture, $"   {(named.Member.Deprecated ? InputWriter.Obsolete : "")} {named.Access} readonly {type} {named.Name} = {parameter};\n");
        }

        body.Append("}\n");
    }

    private string TypeOf(Member member, ObjectRole role, string ns)
    {
        var nullable = member.Optional && !list.Kubernetes && member.Type is not ListType;
        return types.Spell(member.Type, role, ns) + (nullable ? "?" : "");
    }
}
