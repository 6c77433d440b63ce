using Platform.SdkGenerator.CSharp.Naming;
using Platform.SdkGenerator.Schema;

namespace Platform.SdkGenerator.CSharp;

/// <summary>Writes the classes that hold what a provider answers: nested outputs and results of functions.</summary>
internal sealed class OutputWriter(SourceFiles files, Names names, TypeText types)
{
    public void Write(string ns, string name, string owner, ObjectRole role, IReadOnlyList<Member> members)
    {
        var fields = names.Members(members, owner, name)
            .Select(named => (Named: named, Wire: named.Member.Name, Type: types.SpellOutput(named.Member, role, ns)))
            .ToList();
        var parameters = fields.Select(field => $"{ParameterName.WireName(field.Wire)}{field.Type} {ParameterName.Of(field.Wire)}");
        var code = files.Class(ns, name, owner);
        code.Add("[OutputType]");
        code.Add("[method: OutputConstructor]");
        code.Add($"public sealed class {name}({string.Join(", ", parameters)})");
        code.Add("{");
        foreach (var (named, wire, type) in fields)
        {
            code.Add($"    {Obsolete.Mark(named.Member)}{named.Access} readonly {type} {named.Name} = {ParameterName.Of(wire)};");
        }

        code.Add("}");
    }
}
