using System.Globalization;
using System.Text;
using Platform.SdkGenerator.Schema;

namespace Platform.SdkGenerator.CSharp;

/// <summary>Writes the classes a program fills in: arguments of resources and functions, and the objects in them.</summary>
internal sealed class InputWriter(SourceFiles files, Names names, TypeText types)
{
    public void Write(InputClass input)
    {
        var body = files.Class(input.Namespace, input.Name, input.Owner);
        body.Append(CultureInfo.InvariantCulture, $"public {(input.Open ? "" : "sealed ")}class {input.Name} : {(input.Invoke || input.Role == ObjectRole.PlainInput ? "InvokeArgs" : "ResourceArgs")}\n{{\n");
        var defaults = new List<string>();
        foreach (var named in names.Members(input.Members, input.Owner, input.Name, "Empty"))
        {
            Property(body, input, named);
            if (named.Member.Default is { } value)
            {
                defaults.Add($"{named.Name} = {Expression(value)};");
            }
        }

        if (defaults.Count > 0)
        {
            body.Append(CultureInfo.InvariantCulture, $"    public {input.Name}()\n    {{\n");
            foreach (var line in defaults)
            {
                body.Append("        ").Append(line).Append('\n');
            }

            body.Append("    }\n");
        }

        body.Append(CultureInfo.InvariantCulture, $"    public static new {input.Name} Empty => new();\n}}\n");
    }

    private void Property(StringBuilder body, InputClass input, NamedMember named)
    {
        var (member, name) = named;
        var type = InputOf(input, member);
        var fills = type is ListType or MapType;
        var text = types.Spell(type, input.Role, input.Namespace, fills);
        var json = input.Json && !type.Unwrapped.IsPrimitive(PrimitiveKind.String);
        var attribute = $"[Input(\"{member.Name}\"{(member.Optional ? "" : ", required: true")}{(json ? ", json: true" : "")})]";
        var obsolete = member.Deprecated ? Obsolete : "";
        if (!type.IsCollection && !member.Secret)
        {
            body.Append(CultureInfo.InvariantCulture, $"    {attribute}{obsolete} {named.Access} {text}{(member.Optional ? "?" : "")} {name} {{ get; set; }}\n");
            return;
        }

        var field = "_" + member.Name.TrimStart('$').Replace('-', '_');
        var secret = member.Secret && type is InputType;
        var (value, empty) = secret ? ("Utilities.Secret(value)", $"Utilities.Secret(new {text}())") : ("value", "new()");
        body.Append(CultureInfo.InvariantCulture, $"    {attribute} private {text}? {field};\n");
        body.Append("    ").Append(obsolete.TrimStart()).Append(obsolete.Length > 0 ? " " : "");
        body.Append(type.IsCollection
            ? $"{named.Access} {text} {name} {{ get => {field} ??= {empty}; set => {field} = {value}; }}\n"
            : $"{named.Access} {text}? {name} {{ get => {field}; set => {field} = {value}; }}\n");
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

    public const string Obsolete = " [Obsolete(\"Deprecated by the provider.\")]";
}

/// <summary>A class to write.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Owner">The type it stands for, as <c>module.Type</c>.</param>
/// <param name="Role">What it is used for.</param>
/// <param name="Members">Its members, with or without those left out.</param>
internal sealed record InputClass(string Namespace, string Name, string Owner, ObjectRole Role, IReadOnlyList<Member> Members)
{
    /// <summary>Not sealed, as the argument classes of Kubernetes.</summary>
    public bool Open { get; init; }

    /// <summary>Arguments of a provider: everything but strings travels as JSON.</summary>
    public bool Json { get; init; }

    /// <summary>Arguments of a function itself, in the form that takes outputs.</summary>
    public bool Invoke { get; init; }
}
