using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>Makes a property of a resource one of its outputs.</summary>
/// <param name="name">The name on the wire. Default: the property's own name.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string? name = null) : Attribute
{
    /// <summary>The name on the wire; <c>null</c> for the property's own.</summary>
    public string? Name { get; } = name;
}

/// <summary>Makes a member of an arguments class one of its inputs.</summary>
/// <param name="name">The name on the wire.</param>
/// <param name="required">Whether null is refused.</param>
/// <param name="json">Whether the value goes as JSON text, as provider configuration does.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class InputAttribute(string name, bool required = false, bool json = false) : Attribute
{
    internal string Name { get; } = name;

    internal bool IsRequired { get; } = required;

    internal bool Json { get; } = json;
}

/// <summary>Marks a class as the value of an output, made by the runtime from what the engine sends.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class OutputTypeAttribute : Attribute;

/// <summary>Marks the constructor by which an output type is made. Needed only if the class has several.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute;

/// <summary>Names the property that a parameter of an output type's constructor takes.</summary>
/// <param name="name">The name on the wire.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OutputConstructorParameterAttribute(string name) : Attribute
{
    /// <summary>The name on the wire.</summary>
    public string Name { get; } = name;
}

/// <summary>Marks a struct as an enumeration of strings or numbers: it converts explicitly to what goes on the wire.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute;

/// <summary>Ties a resource class to its type token, so that references to such resources become instances of it.</summary>
/// <param name="type">The type token.</param>
/// <param name="version">The version of the package. Default: any.</param>
[AttributeUsage(AttributeTargets.Class)]
[SuppressMessage("Performance", "CA1813:Avoid unsealed attributes", Justification = "Each provider package derives its own.")]
public class ResourceTypeAttribute(string type, string? version) : Attribute
{
    /// <summary>The type token.</summary>
    public string Type { get; } = type;

    /// <summary>The version of the package; <c>null</c> matches any.</summary>
    public string? Version { get; } = version;
}

/// <summary>Marks an interface as a union of output types, told apart by one of their properties.</summary>
/// <param name="propertyName">The wire name of the property that tells which type a value has.</param>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class DiscriminatedUnionDiscriminatorAttribute(string propertyName) : Attribute
{
    /// <summary>The wire name of the property that tells which type a value has.</summary>
    public string PropertyName { get; } = propertyName;
}

/// <summary>One type of a union of output types.</summary>
/// <param name="tag">The value of the discriminating property that stands for the type.</param>
/// <param name="type">The output type, which implements the marked interface.</param>
[AttributeUsage(AttributeTargets.Interface, AllowMultiple = true)]
public sealed class DiscriminatedUnionCaseAttribute(string tag, Type type) : Attribute
{
    /// <summary>The value of the discriminating property that stands for the type.</summary>
    public string Tag { get; } = tag;

    /// <summary>The output type.</summary>
    public Type Type { get; } = type;
}
