using Platform.Declarations.Schema;
using Platform.SdkGenerator.CSharp.Naming;
using Platform.SdkGenerator.Schema;

namespace Platform.SdkGenerator.CSharp;

/// <summary>Writes the classes a program fills in: arguments of resources and functions, and the objects in them.</summary>
internal sealed class InputWriter(SourceFiles files, Names names, TypeText types)
{
    public void Write(InputClass input)
    {
        var code = files.Class(input.Namespace, input.Name, input.Owner);
        var members = names.Members(input.Members, input.Owner, input.Name, "Empty");
        var parent = input.Invoke || input.Role == ObjectRole.PlainInput ? "InvokeArgs" : "ResourceArgs";
        code.Add($"public {(input.Open ? "" : "sealed ")}class {input.Name} : {parent}");
        code.Add("{");
        foreach (var member in members)
        {
            Property(code, input, member);
        }

        var defaults = members.Where(member => member.Member.Default is not null).ToList();
        if (defaults.Count > 0)
        {
            code.Add($"    public {input.Name}()");
            code.Add("    {");
            defaults.ForEach(member => code.Add($"        {member.Name} = {Expression(member.Member.Default!)};"));
            code.Add("    }");
        }

        code.Add($"    public static new {input.Name} Empty => new();");
        code.Add("}");
    }

    private void Property(CodeText code, InputClass input, NamedMember named)
    {
        var (member, name) = named;
        var type = InputOf(input, member);
        var text = types.Spell(type, input.Role, input.Namespace, mutable: type is ListType or MapType);
        var json = input.Json && !type.Unwrapped.IsPrimitive(PrimitiveKind.String);
        var attribute = $"[Input(\"{member.Name}\"{(member.Optional ? "" : ", required: true")}{(json ? ", json: true" : "")})]";
        var declaration = $"{Obsolete.Mark(member)}{named.Access}";
        if (!type.IsCollection && !member.Secret)
        {
            code.Add($"    {attribute} {declaration} {text}{(member.Optional ? "?" : "")} {name} {{ get; set; }}");
            return;
        }

        // A list or map is made when first asked for; a secret one is secret from then on, whatever is added to it.
        var field = "_" + member.Name.TrimStart('$').Replace('-', '_');
        var secret = member.Secret && type is InputType;
        var value = secret ? "Utilities.Secret(value)" : "value";
        var empty = secret ? $"Utilities.Secret(new {text}())" : "new()";
        code.Add($"    {attribute} private {text}? {field};");
        code.Add(type.IsCollection
            ? $"    {declaration} {text} {name} {{ get => {field} ??= {empty}; set => {field} = {value}; }}"
            : $"    {declaration} {text}? {name} {{ get => {field}; set => {field} = {value}; }}");
    }

    /// <summary>In a resource's arguments, a member of any type takes an output as well.</summary>
    private static SchemaType InputOf(InputClass input, Member member) =>
        input.Role != ObjectRole.PlainInput && member.Type.IsPrimitive(PrimitiveKind.Any) ? new InputType(member.Type) : member.Type;

    private static string Expression(DefaultValue value)
    {
        if (value.Variables.Count == 0)
        {
            return value.Literal;
        }

        var getter = value.Kind switch
        {
            PrimitiveKind.Boolean => "GetEnvBoolean",
            PrimitiveKind.Integer => "GetEnvInt32",
            _ => "GetEnv",
        };
        return $"Utilities.{getter}({string.Join(", ", value.Variables.Select(name => $"\"{name}\""))})!";
    }
}
