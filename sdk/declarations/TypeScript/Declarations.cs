namespace Platform.Declarations.TypeScript;

/// <summary>A type as a declaration file spells it.</summary>
internal abstract record TsType;

/// <summary>A dotted name, with type arguments where it has any: <c>string</c>, <c>pulumi.Input&lt;T&gt;</c>.</summary>
internal sealed record TsName(string Name, IReadOnlyList<TsType> Arguments) : TsType;

internal sealed record TsArray(TsType Element) : TsType;

/// <summary>An index signature: <c>{ [key: string]: T }</c>.</summary>
internal sealed record TsMap(TsType Value) : TsType;

internal sealed record TsUnion(IReadOnlyList<TsType> Parts) : TsType;

/// <summary>A literal used as a type, and as a value of an enumeration.</summary>
internal sealed record TsLiteral(string Text, bool IsString) : TsType;

/// <summary>Something no provider declares in a place that matters here: a function type, <c>typeof</c>, an inline object.</summary>
internal sealed record TsUnsupported(string Text) : TsType;

/// <summary>A property of an interface or class. Of its comment only the deprecation is kept.</summary>
internal sealed record TsMember(string Name, bool Optional, TsType Type, bool Deprecated = false);

internal sealed record TsInterface(string Namespace, string Name, IReadOnlyList<TsMember> Members);

internal sealed record TsClass(string Name, string Base, IReadOnlyList<TsMember> Members, bool Deprecated);

/// <summary>An enumeration: a constant object of literals.</summary>
internal sealed record TsEnum(string Name, IReadOnlyList<TsMember> Members);

/// <summary>What one declaration file declares.</summary>
internal sealed class TsFile
{
    public List<TsInterface> Interfaces { get; } = [];

    public List<TsClass> Classes { get; } = [];

    public List<TsEnum> Enums { get; } = [];

    public TsInterface? Interface(string name) => Interfaces.Find(i => i.Name == name);

    public TsClass? Class(string name) => Classes.Find(c => c.Name == name);
}
