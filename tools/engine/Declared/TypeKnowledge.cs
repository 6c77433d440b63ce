using Platform.Engine.Metadata;

namespace Platform.Engine.Declared;

/// <summary>Everything known of types: the engine's own metadata, then what the program's packages declare.</summary>
/// <param name="own">The engine's metadata.</param>
/// <param name="declared">The program's packages; <c>null</c> if its language has none that tell.</param>
internal sealed class TypeKnowledge(TypeCatalog own, DeclaredTypes? declared)
{
    /// <summary>What is known of a resource type; <c>null</c> if nothing is.</summary>
    /// <param name="type">Such as <c>aws:dax/cluster:Cluster</c>.</param>
    /// <param name="version">The version of the package that registers it, as far as it tells.</param>
    public TypeFacts? Resource(string type, string? version) => own.Resource(type) ?? declared?.Resource(type, version);

    /// <summary>What is known of a data source; <c>null</c> if nothing is.</summary>
    public TypeFacts? Function(string token, string? version) => own.Function(token) ?? declared?.Function(token, version);

    /// <summary>What is known of an object type; <c>null</c> if nothing is.</summary>
    public TypeFacts? Object(string name) => declared?.Object(name) ?? own.Object(name);

    /// <summary>The values an enumeration lists; <c>null</c> if nothing is known of it.</summary>
    public IReadOnlyList<string>? Enumeration(string name) => declared?.Enumeration(name) ?? own.Enumeration(name);
}
