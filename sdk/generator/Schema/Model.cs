namespace Platform.SdkGenerator.Schema;

/// <summary>What a nested object is used for; each role is a class of its own.</summary>
internal enum ObjectRole
{
    /// <summary>In the arguments of a resource.</summary>
    Input,

    /// <summary>In the plain arguments of a function.</summary>
    PlainInput,

    /// <summary>In the arguments of a function that accept outputs.</summary>
    FunctionInput,

    /// <summary>In the outputs of a resource.</summary>
    Output,

    /// <summary>In the result of a function.</summary>
    Result,
}

/// <summary>One property.</summary>
internal sealed record Member(string Name, SchemaType Type, bool Optional)
{
    public bool Deprecated { get; init; }

    /// <summary>An input whose value is always marked secret.</summary>
    public bool Secret { get; init; }

    /// <summary>Left out of the C# classes on purpose, but known to the metadata.</summary>
    public bool Omitted { get; init; }

    public DefaultValue? Default { get; init; }
}

/// <summary>What an unset input gets: a literal, or the first set one of some environment variables.</summary>
internal sealed record DefaultValue(string Literal, PrimitiveKind Kind, IReadOnlyList<string> Variables);

internal enum ResourceKind
{
    Custom,
    Provider,
    Component,
}

internal sealed record ResourceModel(string Module, string Name, string Token, ResourceKind Kind)
{
    public bool Deprecated { get; init; }

    public required IReadOnlyList<Member> Inputs { get; init; }

    public required IReadOnlyList<Member> Outputs { get; init; }

    /// <summary>Inputs that are always sent with the same value, as literals of the source.</summary>
    public IReadOnlyList<(string Name, string Literal)> Constants { get; init; } = [];

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<string> SecretOutputs { get; init; } = [];

    public IReadOnlyList<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>The token in a registration's <c>type</c>.</summary>
    public string WireType(string package) => Kind == ResourceKind.Provider ? $"pulumi:providers:{package}" : Token;
}

/// <summary>A data source. <see cref="Arguments"/> and <see cref="OutputArguments"/> hold the same members, the latter as inputs.</summary>
internal sealed record FunctionModel(string Module, string Name, string Token)
{
    public required IReadOnlyList<Member> Arguments { get; init; }

    public required IReadOnlyList<Member> OutputArguments { get; init; }

    public required IReadOnlyList<Member> Result { get; init; }
}

internal sealed record ObjectModel(ObjectRole Role, string Module, string Name, IReadOnlyList<Member> Members);

internal sealed record EnumerationModel(string Module, string Name, IReadOnlyList<EnumerationValue> Values);

internal sealed record EnumerationValue(string Name, string Value, bool Deprecated);

/// <summary>Everything that is generated for one package, each list in ordinal order.</summary>
internal sealed record PackageModel(
    IReadOnlyList<ResourceModel> Resources,
    IReadOnlyList<FunctionModel> Functions,
    IReadOnlyList<ObjectModel> Objects,
    IReadOnlyList<EnumerationModel> Enumerations);
