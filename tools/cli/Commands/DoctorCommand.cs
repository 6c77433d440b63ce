using System.Collections.Immutable;
using System.CommandLine;
using Platform.Cli.Doctor;
using Platform.Cli.Render;

namespace Platform.Cli.Commands;

/// <summary><c>doctor</c>: what is on this machine, and what is missing.</summary>
internal sealed class DoctorCommand(Terminal terminal, MachineDoctor doctor) : ICliCommand
{
    public Command Syntax { get; } = new("doctor", "Tells whether this machine has what the commands need.");

    public ImmutableArray<Example> Examples { get; } = [new("doctor", "exit code 0 means: everything that planning needs is here")];

    public async Task<ExitCode> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var checkUps = await doctor.ExamineAsync(cancellationToken);
        terminal.Write(DoctorText.Of(checkUps, terminal.Data));
        return checkUps.Any(checkUp => checkUp.IsMissing) ? ExitCode.Findings : ExitCode.Fine;
    }
}
