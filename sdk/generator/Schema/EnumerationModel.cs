namespace Platform.SdkGenerator.Schema;

internal sealed record EnumerationModel(string Module, string Name, IReadOnlyList<EnumerationValue> Values);

internal sealed record EnumerationValue(string Name, string Value, bool Deprecated);
