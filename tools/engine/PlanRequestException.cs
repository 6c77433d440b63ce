namespace Platform.Engine;

/// <summary>The request itself is wrong: an unknown stack, a missing or malformed file. Nothing was started.</summary>
/// <param name="message">What is wrong and the way out, in one message for the person who asked.</param>
/// <param name="inner">What showed the mistake, if it was an exception.</param>
public sealed class PlanRequestException(string message, Exception? inner = null) : Exception(message, inner);
