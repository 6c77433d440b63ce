using System.CommandLine;
using System.CommandLine.Parsing;
using Platform.Engine;

namespace Platform.Cli.Arguments;

/// <summary>Says in one sentence what is wrong with a command line.</summary>
internal static class ParseProblem
{
    /// <summary>The first mistake, with what was probably meant.</summary>
    public static string Describe(ParseResult arguments)
    {
        var command = arguments.CommandResult.Command;
        if (arguments.UnmatchedTokens is [var unknown, ..])
        {
            return DescribeUnknown(unknown, command);
        }

        var error = arguments.Errors[0];
        return error.SymbolResult switch
        {
            OptionResult { Tokens.Count: 0 } option when TakesValue(option.Option) =>
                $"{option.Option.Name} needs a value: {option.Option.Name} {option.Option.HelpName}.",
            OptionResult { IdentifierTokenCount: > 1 } option when option.Option.Arity.MaximumNumberOfValues <= 1 =>
                $"{option.Option.Name} may be given once.",
            ArgumentResult { Tokens.Count: 0, Parent: CommandResult } argument =>
                $"'{command.Name}' needs {Article(argument.Argument.Name)} {argument.Argument.Name}, {argument.Argument.Description}",
            _ => error.Message,
        };
    }

    private static string DescribeUnknown(string typed, Command command)
    {
        if (typed.StartsWith('-'))
        {
            // What follows the '=' may be a secret.
            var name = typed.Split('=')[0];
            return command.Options.Any(option => option.Name == name)
                ? $"{name} belongs behind '{Name(command)}', whose option it is."
                : $"'{Name(command)}' has no option '{name}'{Meant(name, command.Options.Select(option => option.Name))}";
        }

        if (command.Subcommands.Count > 0)
        {
            return $"there is no command '{typed}'{Meant(typed, command.Subcommands.Select(known => known.Name))}";
        }

        // The word is not repeated: it may be the second half of a secret with a blank in it.
        return command.Arguments is [var only, ..]
            ? $"'{command.Name}' takes one {only.Name}, but was given more; quote values that contain blanks."
            : $"'{command.Name}' takes no argument.";
    }

    private static string Meant(string typed, IEnumerable<string> known) =>
        Suggestion.Closest(typed, known) is { } close ? $"; did you mean '{close}'?" : ".";

    // The root's own name would be that of the file it runs from.
    private static string Name(Command command) => command is RootCommand ? "platform" : command.Name;

    private static bool TakesValue(Option option) => option.Arity.MinimumNumberOfValues > 0;

    private static string Article(string noun) => "AEIOU".Contains(noun[0], StringComparison.OrdinalIgnoreCase) ? "an" : "a";
}
