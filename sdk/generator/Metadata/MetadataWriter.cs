using System.Text.Encodings.Web;
using System.Text.Json;
using Platform.Declarations.Schema;
using Platform.SdkGenerator.Schema;

namespace Platform.SdkGenerator.Metadata;

/// <summary>Writes what the offline engine needs to know about a package: one JSON object a line.</summary>
internal sealed class MetadataWriter(PackageList list, PackageModel model)
{
    public string Write()
    {
        var lines = new List<string> { Line(json =>
        {
            json.WriteString("package", list.Package);
            json.WriteString("version", list.Version);
        }) };
        lines.AddRange(Sorted(model.Resources.Select(Resource)));
        lines.AddRange(Sorted(Objects()));
        lines.AddRange(Sorted(model.Functions.Select(Function)));
        lines.AddRange(Sorted(model.Enumerations.Select(Enumeration)));
        return string.Join('\n', lines) + "\n";
    }

    private string Resource(ResourceModel resource) => Line(json =>
    {
        json.WriteString("type", resource.WireType(list.Package));
        Members(json, "inputs", resource.Inputs);
        Members(json, "outputs", resource.Outputs);
        Strings(json, "secrets", Sorted(resource.SecretOutputs.Union(Secrets(resource.Inputs))));
        Strings(json, "aliases", resource.Aliases);
    });

    private string Function(FunctionModel function) => Line(json =>
    {
        json.WriteString("function", function.Token);
        Members(json, "inputs", function.Arguments);
        Members(json, "outputs", function.Result);
    });

    /// <summary>One line for each name: the members a program may set, and those an answer has.</summary>
    private IEnumerable<string> Objects() =>
        model.Objects.Where(nested => nested.Role != ObjectRole.FunctionInput)
            .GroupBy(nested => Name(nested.Module, nested.Name))
            .Select(group => Line(json =>
            {
                json.WriteString("object", group.Key);
                Members(json, "inputs", Union(group, ObjectRole.Input, ObjectRole.PlainInput));
                Members(json, "outputs", Union(group, ObjectRole.Output, ObjectRole.Result));
                Strings(json, "secrets", Sorted(Secrets(group.SelectMany(nested => nested.Members)).Distinct()));
            }));

    private static IEnumerable<Member> Union(IEnumerable<ObjectModel> group, ObjectRole first, ObjectRole second) =>
        group.Where(nested => nested.Role == first || nested.Role == second)
            .SelectMany(nested => nested.Members)
            .DistinctBy(member => member.Name);

    private static IEnumerable<string> Secrets(IEnumerable<Member> members) =>
        members.Where(member => member.Secret).Select(member => member.Name);

    private string Enumeration(EnumerationModel enumeration) => Line(json =>
    {
        json.WriteString("enum", Name(enumeration.Module, enumeration.Name));
        Strings(json, "values", enumeration.Values.Select(value => value.Value));
    });

    private void Members(Utf8JsonWriter json, string key, IEnumerable<Member> members)
    {
        json.WriteStartObject(key);
        foreach (var member in members.OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            json.WriteString(member.Name, Type(member.Type) + (member.Optional ? "?" : ""));
        }

        json.WriteEndObject();
    }

    private string Type(SchemaType type) => type switch
    {
        InputType input => Type(input.Value),
        ListType nested => $"[{Type(nested.Element)}]",
        MapType map => $"{{{Type(map.Value)}}}",
        ObjectType nested => "#" + Name(nested.Module, nested.Name),
        EnumerationType enumeration => "@" + Name(enumeration.Module, enumeration.Name),
        UnionType union => string.Join('|', union.Parts.Select(Type)),
        PrimitiveType primitive => Primitive(primitive.Kind),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "no metadata spelling"),
    };

    private static string Primitive(PrimitiveKind kind) => kind switch
    {
        PrimitiveKind.String => "string",
        PrimitiveKind.Boolean => "boolean",
        PrimitiveKind.Integer => "integer",
        PrimitiveKind.Number => "number",
        PrimitiveKind.Archive => "archive",
        PrimitiveKind.Asset => "asset",
        _ => "any",
    };

    private string Name(string module, string name) => $"{list.Package}:{(module.Length == 0 ? "index" : module)}/{name}";

    private static void Strings(Utf8JsonWriter json, string key, IEnumerable<string> values)
    {
        var all = values.ToList();
        if (all.Count == 0)
        {
            return;
        }

        json.WriteStartArray(key);
        all.ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> lines) => lines.Order(StringComparer.Ordinal);

    private static string Line(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
