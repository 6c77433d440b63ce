using Platform.Declarations.Schema;
using Platform.SdkGenerator.CSharp.Naming;
using Platform.SdkGenerator.Schema;

namespace Platform.SdkGenerator.CSharp;

/// <summary>Writes resource classes and their arguments.</summary>
internal sealed class ResourceWriter(PackageList list, SourceFiles files, Names names, TypeText types, InputWriter inputs)
{
    public void Write(ResourceModel resource)
    {
        var ns = names.Namespace(resource.Module);
        var place = $"{resource.Module}.{resource.Name}";
        var argumentsNamespace = names.ArgumentsNamespace(resource);
        var arguments = types.Reference(argumentsNamespace, resource.Name + "Args", ns);
        var code = files.Class(ns, resource.Name, place);
        if (resource.Deprecated)
        {
            code.Add(Obsolete.Attribute);
        }

        code.Add($"[{list.TypeAttribute}(\"{resource.WireType(list.Package)}\")]");
        code.Add($"public partial class {resource.Name} : {Parent(resource)}");
        code.Add("{");
        foreach (var named in names.Members(resource.Outputs, place, resource.Name, Taken(resource)))
        {
            var type = OutputType(resource, named.Member, ns);
            var declaration = $"{Obsolete.Mark(named.Member)}{named.Access} Output<{type}> {named.Name}";
            code.Add($"    [Output(\"{named.Member.Name}\")] {declaration} {{ get; private set; }}");
        }

        Constructors(code, resource, arguments);
        Constants(code, resource, arguments, place);
        Options(code, resource);
        code.Add("}");
        inputs.Write(new(argumentsNamespace, resource.Name + "Args", place, ObjectRole.Input, resource.Inputs)
        {
            Open = list.Kubernetes && resource.Kind != ResourceKind.Provider,
            Json = resource.Kind == ResourceKind.Provider,
        });
    }

    /// <summary>
    /// Members a resource has already. <c>NameState</c> is the official SDK's class of known values, so no member there has it either.
    /// </summary>
    private static string[] Taken(ResourceModel resource) =>
        ["Get", "GetResourceName", "GetResourceType", "Id", "Urn", resource.Name + "State"];

    private string Parent(ResourceModel resource) => resource.Kind switch
    {
        ResourceKind.Provider => "ProviderResource",
        ResourceKind.Component => "ComponentResource",
        _ => list.Kubernetes ? "KubernetesResource" : "CustomResource",
    };

    /// <summary>What a provider answers about itself is text, whatever it was given.</summary>
    private string OutputType(ResourceModel resource, Member member, string ns) =>
        types.SpellOutput(
            resource.Kind == ResourceKind.Provider && member.Type is not PrimitiveType
                ? member with { Type = new PrimitiveType(PrimitiveKind.String) }
                : member,
            ObjectRole.Output,
            ns);

    private void Constructors(CodeText code, ResourceModel resource, string arguments)
    {
        var options = OptionsType(resource);
        var given = list.Kubernetes || resource.Inputs.All(input => input.Optional) ? "? args = null" : " args";
        var sent = resource.Constants.Count > 0 ? "MakeArgs(args)" : "args ?? new()";
        var remote = resource.Kind == ResourceKind.Component ? ", remote: true" : "";
        var call = $"base(\"{resource.Token}\", name";
        code.Add(
            $"    public {resource.Name}(string name, {arguments}{given}, {options}? options = null) "
            + $": {call}, {sent}, MakeResourceOptions(options, \"\"){remote}) {{ }}");
        if (resource.Kind == ResourceKind.Custom)
        {
            code.Add(
                $"    private {resource.Name}(string name, Input<string> id, {options}? options) "
                + $": {call}, null, MakeResourceOptions(options, id)) {{ }}");
            code.Add(
                $"    public static {resource.Name} Get(string name, Input<string> id, {options}? options = null) => new(name, id, options);");
        }
    }

    private void Constants(CodeText code, ResourceModel resource, string arguments, string place)
    {
        if (resource.Constants.Count == 0)
        {
            return;
        }

        code.Add($"    private static {arguments} MakeArgs({arguments}? args)");
        code.Add("    {");
        code.Add("        args ??= new();");
        foreach (var (name, literal) in resource.Constants)
        {
            code.Add($"        args.{names.Property($"{place}.{name}", name)} = {literal};");
        }

        code.Add("        return args;");
        code.Add("    }");
    }

    private static string OptionsType(ResourceModel resource) =>
        resource.Kind == ResourceKind.Component ? "ComponentResourceOptions" : "CustomResourceOptions";

    private static void Options(CodeText code, ResourceModel resource)
    {
        var options = OptionsType(resource);
        var defaults = "Version = Utilities.Version"
            + Initializer("Aliases", resource.Aliases.Select(alias => $"new global::Pulumi.Alias {{ Type = \"{alias}\" }}"))
            + Initializer("AdditionalSecretOutputs", resource.SecretOutputs.Select(name => $"\"{name}\""))
            + Initializer("ReplaceOnChanges", resource.ReplaceOnChanges.Select(name => $"\"{name}\""));
        code.Add(
            $"    private static {options} MakeResourceOptions({options}? options, Input<string>? id) "
            + $"=> Utilities.Merge(new() {{ {defaults} }}, options, id);");
    }

    private static string Initializer(string property, IEnumerable<string> values) =>
        string.Join(", ", values) is { Length: > 0 } joined ? $", {property} = {{ {joined} }}" : "";
}
