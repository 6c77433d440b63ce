using Platform.Declarations.Schema;

namespace Platform.SdkGenerator.Schema;

/// <summary>What an unset input gets: a literal, or the first set one of some environment variables.</summary>
internal sealed record DefaultValue(string Literal, PrimitiveKind Kind, IReadOnlyList<string> Variables);
