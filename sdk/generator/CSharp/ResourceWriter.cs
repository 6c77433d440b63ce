using System.Globalization;
using System.Text;
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
        var body = files.Class(ns, resource.Name, place);
        if (resource.Deprecated)
        {
            body.Append(InputWriter.Obsolete.TrimStart()).Append('\n');
        }

        body.Append(CultureInfo.InvariantCulture, $"[{list.TypeAttribute}(\"{resource.WireType(list.Package)}\")]\n");
        body.Append(CultureInfo.InvariantCulture, $"public partial class {resource.Name} : {Parent(resource)}\n{{\n");
        foreach (var named in names.Members(resource.Outputs, place, resource.Name, Taken(resource)))
        {
            var member = named.Member;
            var obsolete = member.Deprecated ? InputWriter.Obsolete : "";
            body.Append(CultureInfo.InvariantCulture, $"    [Output(\"{member.Name}\")]{obsolete} {named.Access} Output<{OutputType(resource, member, ns)}> {named.Name} {{ get; private set; }}\n");
        }

        Constructors(body, resource, arguments);
        Options(body, resource);
        body.Append("}\n");
        inputs.Write(new(argumentsNamespace, resource.Name + "Args", place, ObjectRole.Input, resource.Inputs)
        {
            Open = list.Kubernetes && resource.Kind != ResourceKind.Provider,
            Json = resource.Kind == ResourceKind.Provider,
        });
    }

    /// <summary>Members a resource has already. The name with "State" is the official SDK's class of known values, so no member there has it either.</summary>
    private static string[] Taken(ResourceModel resource) => ["Get", "GetResourceName", "GetResourceType", "Id", "Urn", resource.Name + "State"];

    private string Parent(ResourceModel resource) => resource.Kind switch
    {
        ResourceKind.Provider => "ProviderResource",
        ResourceKind.Component => "ComponentResource",
        _ => list.Kubernetes ? "KubernetesResource" : "CustomResource",
    };

    private string OutputType(ResourceModel resource, Member member, string ns)
    {
        if (resource.Kind == ResourceKind.Provider && member.Type is not PrimitiveType)
        {
            return member.Optional && !list.Kubernetes ? "string?" : "string";
        }

        var nullable = member.Optional && !list.Kubernetes && member.Type is not ListType;
        return types.Spell(member.Type, ObjectRole.Output, ns) + (nullable ? "?" : "");
    }

    private void Constructors(StringBuilder body, ResourceModel resource, string arguments)
    {
        var options = OptionsType(resource);
        var optional = list.Kubernetes || resource.Inputs.All(input => input.Optional);
        var sent = resource.Constants.Count > 0 ? "MakeArgs(args)" : "args ?? new()";
        var remote = resource.Kind == ResourceKind.Component ? ", remote: true" : "";
        var (head, call) = ($"public {resource.Name}(string name, {arguments}{(optional ? "? args = null" : " args")}, {options}? options = null)", $"base(\"{resource.Token}\", name, ");
        body.Append(CultureInfo.InvariantCulture, $"    {head} : {call}{sent}, MakeResourceOptions(options, \"\"){remote}) {{ }}\n");
        if (resource.Kind == ResourceKind.Custom)
        {
            body.Append(CultureInfo.InvariantCulture, $"    private {resource.Name}(string name, Input<string> id, {options}? options) : {call}null, MakeResourceOptions(options, id)) {{ }}\n");
            body.Append(CultureInfo.InvariantCulture, $"    public static {resource.Name} Get(string name, Input<string> id, {options}? options = null) => new(name, id, options);\n");
        }

        if (resource.Constants.Count > 0)
        {
            body.Append(CultureInfo.InvariantCulture, $"    private static {arguments} MakeArgs({arguments}? args)\n    {{\n        args ??= new();\n");
            foreach (var (name, literal) in resource.Constants)
            {
                body.Append(CultureInfo.InvariantCulture, $"        args.{names.Property($"{resource.Module}.{resource.Name}.{name}", name)} = {literal};\n");
            }

            body.Append("        return args;\n    }\n");
        }
    }

    private static string OptionsType(ResourceModel resource) =>
        resource.Kind == ResourceKind.Component ? "ComponentResourceOptions" : "CustomResourceOptions";

    private static void Options(StringBuilder body, ResourceModel resource)
    {
        var options = OptionsType(resource);
        var more = new StringBuilder("Version = Utilities.Version");
        Append(more, "Aliases", resource.Aliases.Select(alias => $"new global::Pulumi.Alias {{ Type = \"{alias}\" }}"));
        Append(more, "AdditionalSecretOutputs", resource.SecretOutputs.Select(name => $"\"{name}\""));
        Append(more, "ReplaceOnChanges", resource.ReplaceOnChanges.Select(name => $"\"{name}\""));
        body.Append(CultureInfo.InvariantCulture, $"    private static {options} MakeResourceOptions({options}? options, Input<string>? id) => Utilities.Merge(new() {{ {more} }}, options, id);\n");
    }

    private static void Append(StringBuilder initializer, string property, IEnumerable<string> values)
    {
        if (string.Join(", ", values) is { Length: > 0 } joined)
        {
            initializer.Append(CultureInfo.InvariantCulture, $", {property} = {{ {joined} }}");
        }
    }
}
