namespace Platform.SdkGenerator.Schema;

/// <summary>Everything that is generated for one package, each list in ordinal order.</summary>
internal sealed record PackageModel(
    IReadOnlyList<ResourceModel> Resources,
    IReadOnlyList<FunctionModel> Functions,
    IReadOnlyList<ObjectModel> Objects,
    IReadOnlyList<EnumerationModel> Enumerations);
