using Platform.SdkGenerator.Schema;
using Platform.SdkGenerator.TypeScript;

namespace Platform.SdkGenerator.Reading;

/// <summary>Turns a declared type into a <see cref="SchemaType"/>, and reports what it cannot turn.</summary>
internal sealed class TypeReader(PackageList list, NumberLock numbers, Problems problems)
{
    private readonly HashSet<string> _references = [];

    public SchemaType Read(TsType type, string place) => type switch
    {
        TsName name => Named(name, place),
        TsArray array => new ListType(Read(array.Element, place)),
        TsMap map => new MapType(Read(map.Value, place)),
        TsLiteral { IsString: true } => new PrimitiveType(PrimitiveKind.String),
        TsUnion union => Union(union, place),
        TsLiteral => Unsupported("a literal number as a type", place),
        TsUnsupported other => Unsupported(other.Text, place),
        _ => Unsupported(type.GetType().Name, place),
    };

    /// <summary>The type without <c>undefined</c>, and whether that was there.</summary>
    public static (TsType Type, bool Optional) Defined(TsType type)
    {
        if (type is not TsUnion union)
        {
            return (type, false);
        }

        var parts = union.Parts.Where(part => part is not TsName { Name: "undefined" }).ToList();
        return (parts.Count == 1 ? parts[0] : new TsUnion(parts), parts.Count < union.Parts.Count);
    }

    public void ReportUnused()
    {
        foreach (var name in list.References.Where(name => !_references.Contains(name)))
        {
            problems.Add(list.File, $"'references' has '{name}', which no generated class refers to", "remove it");
        }
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
            "number" => new PrimitiveType(numbers.Kind(place)),
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

        var reference = string.Join('.', path);
        _references.Add(reference);
        if (!list.References.Contains(reference))
        {
            problems.Add(
                place,
                $"refers to '{reference}', which is no type of the package",
                $"if it takes a string there, add '{reference}' to 'references' of {list.File}");
        }

        return new PrimitiveType(PrimitiveKind.String);
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

    private PrimitiveType Unsupported(string what, string place)
    {
        problems.Add(
            place,
            $"its type is {what}, which the generator does not know",
            $"leave the member out with 'omit' of {list.File}, or teach the generator");
        return new(PrimitiveKind.Any);
    }
}
