namespace Platform.Cli;

/// <summary>What the process answers to the shell.</summary>
internal enum ExitCode
{
    /// <summary>Done, nothing found.</summary>
    Fine = 0,

    /// <summary>Done, and something needs attention.</summary>
    Findings = 1,

    /// <summary>The question was wrong: an option, a stack, a setting, an output file.</summary>
    WrongUse = 2,

    /// <summary>The question was fine, but no plan could be made.</summary>
    NoPlan = 3,

    /// <summary>Ctrl-C: 128 + SIGINT.</summary>
    Interrupted = 130,

    /// <summary>Asked to end, as by a CI system: 128 + SIGTERM.</summary>
    Terminated = 143,
}
