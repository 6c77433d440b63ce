namespace Platform.Declarations.Schema;

/// <summary>The type of a property, free of how TypeScript or C# spells it.</summary>
internal abstract record SchemaType;

internal enum PrimitiveKind
{
    String,
    Boolean,
    Integer,
    Number,
    Any,
    Archive,
    Asset,
}

internal sealed record PrimitiveType(PrimitiveKind Kind) : SchemaType;

internal sealed record ListType(SchemaType Element) : SchemaType;

internal sealed record MapType(SchemaType Value) : SchemaType;

/// <summary>A nested object. It is declared twice: as an input, and as an output.</summary>
internal sealed record ObjectType(string Module, string Name) : SchemaType;

internal sealed record EnumerationType(string Module, string Name) : SchemaType;

internal sealed record UnionType(IReadOnlyList<SchemaType> Parts) : SchemaType;

/// <summary>A value that may also be an output of another resource.</summary>
internal sealed record InputType(SchemaType Value) : SchemaType;

internal static class SchemaTypes
{
    extension(SchemaType type)
    {
        /// <summary>The type without its outermost <see cref="InputType"/>.</summary>
        public SchemaType Unwrapped => type is InputType input ? input.Value : type;

        /// <summary>The type with no <see cref="InputType"/> at any depth.</summary>
        public SchemaType Plain => type switch
        {
            InputType input => input.Value.Plain,
            ListType list => new ListType(list.Element.Plain),
            MapType map => new MapType(map.Value.Plain),
            UnionType union => new UnionType([.. union.Parts.Select(part => part.Plain)]),
            _ => type,
        };

        public bool IsCollection => type.Unwrapped is ListType or MapType;

        public bool IsPrimitive(PrimitiveKind kind) => type is PrimitiveType primitive && primitive.Kind == kind;
    }
}
