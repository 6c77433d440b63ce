using System.Collections.Immutable;
using System.CommandLine;
using Platform.Cli.Commands.Alarms;
using Platform.Cli.Planning;
using Platform.Cli.Render;

namespace Platform.Cli.Commands;

/// <summary><c>alarms</c>: who would be called for what, and what could fail without anybody hearing of it.</summary>
internal sealed class AlarmsCommand : ICliCommand
{
    private readonly ImmutableArray<AlarmQuestion> _questions;

    /// <summary>Plans the project in <paramref name="project"/> unless the arguments name another.</summary>
    public AlarmsCommand(Terminal terminal, string project, Planner plan)
    {
        _questions = [new TestQuestion(terminal, project, plan), new CoverageQuestion(terminal, project, plan), new BudgetQuestion(terminal, project, plan)];
        foreach (var question in _questions)
        {
            Syntax.Subcommands.Add(question.Syntax);
        }
    }

    public Command Syntax { get; } = new("alarms", "Tries the alarms of a plan: who is called for what, and what nobody would hear of.");

    public ImmutableArray<Example> Examples { get; } =
    [
        new("alarms test docs/scenarios/error-burst.yaml", "which alarms go off when 2 % of requests fail, and who is called"),
        new("alarms coverage prod", "every resource that can fail, and the alarms that see it"),
        new("alarms budget prod", "error budgets, and how soon somebody hears when they burn"),
    ];

    public Task<ExitCode> RunAsync(ParseResult arguments, CancellationToken cancellationToken) =>
        _questions.FirstOrDefault(known => known.Syntax == arguments.CommandResult.Command) is { } question
            ? question.AnswerAsync(arguments, cancellationToken)
            : throw new UsageException("alarms needs one of test, coverage and budget; ./platform alarms --help tells what they do.");
}
