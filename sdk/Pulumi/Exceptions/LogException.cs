namespace Pulumi;

/// <summary>A message that could not be handed to the engine, so that this failure cannot be logged either.</summary>
/// <param name="exception">Why it could not.</param>
public class LogException(Exception exception)
    : Exception($"Error occurred during logging: {exception.Message}", exception);
