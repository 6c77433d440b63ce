namespace Platform.SdkGenerator.Schema;

/// <summary>A data source. <see cref="Arguments"/> and <see cref="OutputArguments"/> hold the same members, the latter as inputs.</summary>
internal sealed record FunctionModel(string Module, string Name, string Token)
{
    public required IReadOnlyList<Member> Arguments { get; init; }

    public required IReadOnlyList<Member> OutputArguments { get; init; }

    public required IReadOnlyList<Member> Result { get; init; }
}
