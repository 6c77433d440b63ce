namespace Platform.Cli;

/// <summary>The command was used wrongly; ends as <see cref="ExitCode.WrongUse"/>.</summary>
/// <param name="message">What is wrong and the way out, without secrets.</param>
internal sealed class UsageException(string message) : Exception(message);
