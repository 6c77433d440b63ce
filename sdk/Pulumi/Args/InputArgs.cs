using Pulumi.Serialization;

namespace Pulumi;

/// <summary>One argument as it goes to the serializer.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Value">The value, not looked into.</param>
/// <param name="Json">Whether it goes as JSON text.</param>
internal readonly record struct Argument(string Name, object? Value, bool Json);

/// <summary>Arguments: the members marked with <see cref="InputAttribute"/>, whatever their visibility.</summary>
public abstract class InputArgs
{
    /// <summary>Makes arguments without values.</summary>
    protected InputArgs()
    {
    }

    /// <summary>The arguments, in the order of their declaration, base class first.</summary>
    /// <exception cref="ArgumentNullException">A required one is null.</exception>
    internal virtual Argument[] GetArguments() => ArgumentMembers.Of(GetType()).Read(this);
}
