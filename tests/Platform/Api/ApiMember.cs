namespace Platform.Tests.Api;

/// <summary>A member that a program can name.</summary>
/// <param name="Type">Full name of its type, generic ones with the number of their parameters: <c>Pulumi.Output`1</c>.</param>
/// <param name="Signature">
/// Its name and parameter types, or <c>Name:get</c>, <c>Name:set</c> for properties and fields; null for the type itself. Type parameters
/// are numbered as in metadata, <c>!0</c> for the type's and <c>!!0</c> for the method's, so that their names do not matter.
/// </param>
/// <param name="ValueType">The type of a property or field; null if it is not compared.</param>
internal sealed record ApiMember(string Type, string? Signature = null, string? ValueType = null)
{
    public override string ToString() => (Signature, ValueType) switch
    {
        (null, _) => Type,
        (_, null) => $"{Type} {Signature}",
        _ => $"{Type} {Signature}={ValueType}",
    };
}
