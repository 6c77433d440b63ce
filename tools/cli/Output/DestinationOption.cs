using System.CommandLine;
using Platform.Cli.Render;

namespace Platform.Cli.Output;

/// <summary><c>--output FILE</c>, the same for every command.</summary>
internal sealed class DestinationOption : Option<string?>
{
    private readonly Terminal _terminal;

    public DestinationOption(Terminal terminal)
        : base("--output")
    {
        _terminal = terminal;
        Description = "Write to this file instead of the screen, all of it or nothing.";
        HelpName = "FILE";
    }

    /// <summary>The place that was asked for; call it before the work, so that a bad place costs no time.</summary>
    /// <exception cref="UsageException">Nothing can be written there.</exception>
    public Destination Open(ParseResult arguments) => new(_terminal, arguments.GetValue(this) is { } path ? new OutputFile(path) : null);
}
