namespace Pulumi;

/// <summary>An error whose message says all there is to say: it is reported without a stack trace.</summary>
public class RunException : Exception
{
    /// <summary>Makes an error.</summary>
    /// <param name="message">What is wrong, and the way out.</param>
    public RunException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an error that another one caused.</summary>
    /// <param name="message">What is wrong, and the way out.</param>
    /// <param name="innerException">The cause.</param>
    public RunException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The error of a stack whose outputs are not of type <c>Output&lt;T&gt;</c>.</summary>
    /// <param name="outputAttributeNames">The names of those outputs.</param>
    public static RunException OutputsHaveIncorrectType(IEnumerable<string> outputAttributeNames) =>
        new($"Output(s) {Quote(outputAttributeNames)} have incorrect type. [Output] attributed properties must be instances of Output<T>.");

    internal static RunException OutputsAreUnassigned(IEnumerable<string> outputAttributeNames) =>
        new($"Output(s) {Quote(outputAttributeNames)} have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.");

    private static string Quote(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));
}
