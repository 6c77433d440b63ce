namespace Platform.SdkGenerator.Schema;

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

internal enum ResourceKind
{
    Custom,
    Provider,
    Component,
}
