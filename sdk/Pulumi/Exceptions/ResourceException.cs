namespace Pulumi;

/// <summary>An error that belongs to a resource, under whose name it is reported.</summary>
/// <param name="message">What is wrong, and the way out.</param>
/// <param name="resource">The resource; null for none.</param>
/// <param name="hideStack">Whether the message says all there is to say. Default: no, the stack trace is reported too.</param>
public class ResourceException(string message, Resource? resource, bool hideStack = false) : Exception(message)
{
    internal Resource? Resource { get; } = resource;

    internal bool HideStack { get; } = hideStack;
}
