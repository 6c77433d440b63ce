using Platform.Components.Identity;

namespace Platform.Components.Messaging;

/// <summary>The right to use a queue, handed from the <see cref="WorkQueue"/> to a service that needs it.</summary>
public sealed class QueueAccess
{
    internal QueueAccess(string variable, Output<string> url, IReadOnlyList<Statement> statements) =>
        (Variable, Url, Statements) = (variable, url, statements);

    /// <summary>Environment variable that holds the address of the queue.</summary>
    public string Variable { get; }

    /// <summary>The address of the queue.</summary>
    public Output<string> Url { get; }

    internal IReadOnlyList<Statement> Statements { get; }
}
