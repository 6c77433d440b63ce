using Platform.Declarations.Schema;
using Platform.Declarations.TypeScript;

namespace Platform.Declarations.Reading;

/// <summary>Turns a declared type into a <see cref="SchemaType"/>, and asks about what it cannot turn.</summary>
internal sealed class TypeReader(IOpenQuestions questions)
{
    /// <summary>The type of a member without <c>pulumi.Output</c> and <c>undefined</c>, and whether it may be absent.</summary>
    public (SchemaType Type, bool Optional) Read(TsMember member, string place)
    {
        var inner = member.Type is TsName { Name: "pulumi.Output", Arguments: [var output] } ? output : member.Type;
        var (type, undefined) = Defined(inner);
        return (Read(type, place), member.Optional || undefined);
    }

    public SchemaType Read(TsType type, string place) => type switch
    {
        TsName name => Named(name, place),
        TsArray array => new ListType(Read(array.Element, place)),
        TsMap map => new MapType(Read(map.Value, place)),
        TsLiteral { IsString: true } => new PrimitiveType(PrimitiveKind.String),
        TsUnion union => Union(union, place),
        TsLiteral => questions.Unsupported("a literal number as a type", place),
        TsUnsupported other => questions.Unsupported(other.Text, place),
        _ => questions.Unsupported(type.GetType().Name, place),
    };

    private static (TsType Type, bool Optional) Defined(TsType type)
    {
        if (type is not TsUnion union)
        {
            return (type, false);
        }

        var parts = union.Parts.Where(part => part is not TsName { Name: "undefined" }).ToList();
        return (parts.Count == 1 ? parts[0] : new TsUnion(parts), parts.Count < union.Parts.Count);
    }

    private SchemaType Named(TsName type, string place)
    {
        if (type is { Name: "pulumi.Input", Arguments: [var input] })
        {
            return new InputType(Read(Defined(input).Type, place));
        }

        if (type is { Name: "pulumi.Output", Arguments: [var output] })
        {
            return Read(Defined(output).Type, place);
        }

        return type.Name switch
        {
            "string" => new PrimitiveType(PrimitiveKind.String),
            "boolean" => new PrimitiveType(PrimitiveKind.Boolean),
            "number" => new PrimitiveType(questions.Number(place)),
            "any" => new PrimitiveType(PrimitiveKind.Any),
            "pulumi.asset.Archive" => new PrimitiveType(PrimitiveKind.Archive),
            "pulumi.asset.Asset" => new PrimitiveType(PrimitiveKind.Asset),
            _ => Declared(type.Name.Split('.'), place),
        };
    }

    private SchemaType Declared(string[] path, string place)
    {
        if (path is ["inputs" or "outputs", .. var objectModule, var objectName])
        {
            return new ObjectType(string.Join('/', objectModule), objectName);
        }

        if (path is ["enums", .. var enumModule, var enumName])
        {
            return new EnumerationType(string.Join('/', enumModule), enumName);
        }

        return questions.Reference(string.Join('.', path), place);
    }

    private SchemaType Union(TsUnion union, string place)
    {
        var parts = union.Parts.Where(part => part is not TsName { Name: "undefined" })
            .Select(part => Read(part, place))
            .Distinct()
            .ToList();
        if (parts.Count > 1 && parts.TrueForAll(part => part.IsPrimitive(PrimitiveKind.Archive) || part.IsPrimitive(PrimitiveKind.Asset)))
        {
            return new PrimitiveType(PrimitiveKind.Asset);
        }

        return parts.Count == 1 ? parts[0] : new UnionType(parts);
    }
}
