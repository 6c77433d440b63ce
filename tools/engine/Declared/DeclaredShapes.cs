using Platform.Declarations.Reading;
using Platform.Declarations.Schema;
using Platform.Declarations.TypeScript;
using Platform.Engine.Metadata;

namespace Platform.Engine.Declared;

/// <summary>Turns declared members into the shapes that metadata has.</summary>
/// <param name="label">What names of nested types begin with, to be found again.</param>
internal sealed class DeclaredShapes(string label) : IOpenQuestions
{
    /// <summary>Between the package and the name of a nested type.</summary>
    public const char Separator = '#';

    private TypeReader? _reader;

    /// <summary>The shapes of some members, by name.</summary>
    public Shapes Of(IEnumerable<TsMember> members)
    {
        var distinct = members.DistinctBy(member => member.Name).ToArray();
        return new([.. distinct.Select(member => member.Name)], [.. distinct.Select(Shape)]);
    }

    // Whether it is a whole number only the provider's schema tells; a fraction is wrong nowhere else either.
    PrimitiveKind IOpenQuestions.Number(string place) => PrimitiveKind.Number;

    SchemaType IOpenQuestions.Reference(string name, string place) => new PrimitiveType(PrimitiveKind.Any);

    SchemaType IOpenQuestions.Unsupported(string form, string place) => new PrimitiveType(PrimitiveKind.Any);

    private TypeShape Shape(TsMember member)
    {
        var (type, optional) = (_reader ??= new(this)).Read(member, member.Name);
        return Shape(type) with { Optional = optional };
    }

    private TypeShape Shape(SchemaType type) => type switch
    {
        InputType input => Shape(input.Value),
        ListType list => new(ShapeKind.List, Parts: [Shape(list.Element)]),
        MapType map => new(ShapeKind.Map, Parts: [Shape(map.Value)]),
        ObjectType nested => new(ShapeKind.Object, Name: Name(nested.Module, nested.Name)),
        EnumerationType enumeration => new(ShapeKind.Enumeration, Name: Name(enumeration.Module, enumeration.Name)),
        UnionType union => new(ShapeKind.Union, Parts: [.. union.Parts.Select(Shape)]),
        PrimitiveType { Kind: var kind } => new(kind switch
        {
            PrimitiveKind.String => ShapeKind.Text,
            PrimitiveKind.Boolean => ShapeKind.Boolean,
            PrimitiveKind.Integer => ShapeKind.Integer,
            PrimitiveKind.Number => ShapeKind.Number,
            PrimitiveKind.Archive or PrimitiveKind.Asset => ShapeKind.File,
            _ => ShapeKind.Any,
        }),
        _ => new(ShapeKind.Any),
    };

    private string Name(string module, string name) => $"{label}{Separator}{module}/{name}";
}
