using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Pulumi.Testing;

/// <summary>A resource that the program under test makes.</summary>
public class MockResourceArgs
{
    /// <summary>Its type token.</summary>
    public string? Type { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>Its inputs by wire names, without nulls and unknowns; secrets are unwrapped, numbers are doubles.</summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The provider it asks for, as <c>URN::ID</c>; empty for the default one.</summary>
    public string? Provider { get; set; }

    /// <summary>The id of a resource that is read or imported; empty for a new one.</summary>
    public string? Id { get; set; }
}

/// <summary>A provider function or method that the program under test calls.</summary>
public class MockCallArgs
{
    /// <summary>The function's token.</summary>
    public string? Token { get; set; }

    /// <summary>Its arguments by wire names, without nulls; numbers are doubles.</summary>
    public ImmutableDictionary<string, object> Args { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The provider it asks for, as <c>URN::ID</c>; empty for the default one.</summary>
    public string? Provider { get; set; }
}

/// <summary>The outputs that a component or the stack of the program under test registers.</summary>
/// <param name="urn">The URN of the component.</param>
/// <param name="outputs">Its outputs by name.</param>
[SuppressMessage("Design", "CA1051:Do not declare visible instance fields", Justification = "The official names.")]
public class MockRegisterResourceOutputsRequest(string urn, ImmutableDictionary<string, Output<object?>> outputs)
{
    /// <summary>The URN of the component.</summary>
    public readonly string Urn = urn;

    /// <summary>Its outputs by name.</summary>
    public readonly ImmutableDictionary<string, Output<object?>> Outputs = outputs;
}
