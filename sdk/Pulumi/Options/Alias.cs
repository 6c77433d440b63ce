using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>
/// What a resource was called before: a whole URN, or only the parts that were different. Parts left out are as
/// they are now.
/// </summary>
public sealed class Alias
{
    /// <summary>The whole former URN; if it is set, nothing else may be.</summary>
    [SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "A URN is no URI.")]
    public string? Urn { get; set; }

    /// <summary>The former name.</summary>
    public Input<string>? Name { get; set; }

    /// <summary>The former type token.</summary>
    public Input<string>? Type { get; set; }

    /// <summary>The former stack.</summary>
    public Input<string>? Stack { get; set; }

    /// <summary>The former project.</summary>
    public Input<string>? Project { get; set; }

    /// <summary>The former parent. At most one of this, <see cref="ParentUrn"/> and <see cref="NoParent"/> may be set.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The URN of the former parent.</summary>
    [SuppressMessage("Design", "CA1056:URI-like properties should not be strings", Justification = "A URN is no URI.")]
    public Input<string>? ParentUrn { get; set; }

    /// <summary>Whether the resource had no parent but the stack.</summary>
    public bool NoParent { get; set; }
}
