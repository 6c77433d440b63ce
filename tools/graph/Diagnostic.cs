namespace Platform.Graph;

/// <summary>How serious a <see cref="Diagnostic"/> is.</summary>
public enum Severity
{
    /// <summary>For whoever looks for details.</summary>
    Debug,

    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Probably wrong.</summary>
    Warning,

    /// <summary>The program failed.</summary>
    Error,
}

/// <summary>What the program, or the engine about it, had to say.</summary>
/// <param name="Severity">How serious it is.</param>
/// <param name="Message">The text, without secrets.</param>
/// <param name="Urn">The resource it is about; <c>null</c> if none.</param>
public sealed record Diagnostic(Severity Severity, string Message, string? Urn = null);

/// <summary>Something the engine had to suppose because nobody could tell it without a cloud account.</summary>
/// <param name="Subject">What it is about, such as <c>aws:ec2/getAmi:getAmi</c> or a URN and a path.</param>
/// <param name="Kind">How it was answered: <c>computed</c>, <c>placeholder</c>, <c>unknown</c>, <c>answers-file</c>, <c>stack-outputs</c>, or <c>declarations</c> for types read from a package.</param>
/// <param name="Detail">What was supposed, without secrets.</param>
public sealed record Assumption(string Subject, string Kind, string Detail);
