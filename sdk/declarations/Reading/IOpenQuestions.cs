using Platform.Declarations.Schema;

namespace Platform.Declarations.Reading;

/// <summary>What a declaration does not tell; who reads it decides.</summary>
internal interface IOpenQuestions
{
    /// <summary>TypeScript has one type of number: whether this one is an integer.</summary>
    PrimitiveKind Number(string place);

    /// <summary>What stands for a type that is none of the package's nested types, such as the class of a resource.</summary>
    SchemaType Reference(string name, string place);

    /// <summary>What stands for a form of type that no schema has.</summary>
    SchemaType Unsupported(string form, string place);
}
