using System.CommandLine;

namespace Platform.Cli.Render;

/// <summary>The help of the whole command or of one part of it.</summary>
internal static class HelpText
{
    /// <summary>Renders the help of <paramref name="command"/>; of everything if it is <c>null</c>.</summary>
    public static string Of(RootCommand root, ICliCommand? command, TextLayout layout)
    {
        var page = new Page(layout);
        var syntax = command?.Syntax ?? root;
        page.Line(syntax.Description ?? "");
        page.Gap();
        page.Hang(new Span("Usage: ", Tone.Strong), "       ", Usage(command));
        Table(page, "Commands", [.. syntax.Subcommands.Select(sub => (Label(sub), sub.Description))]);
        Table(page, "Arguments", [.. syntax.Arguments.Select(argument => (argument.Name, argument.Description))]);
        Table(page, "Options", [.. Options(root, syntax).Select(option => (Label(option), option.Description))]);
        Table(page, "Examples", command is null
            ? [("./platform plan dev", "what the stack dev would create"), ("./platform diff dev --against git:HEAD", "what the uncommitted changes do to it"), ("./platform doctor", "is this machine ready?")]
            : [.. command.Examples.Select(example => ($"./platform {example.CommandLine}", (string?)example.Meaning))]);
        Table(page, "Exit codes",
        [
            ("0", "fine"),
            ("1", "something was found that needs attention"),
            ("2", "wrong use: an option, a stack, a setting, the output file"),
            ("3", "no plan: the program or its build failed, or took too long"),
            ("130, 143", "ended by Ctrl-C, by SIGTERM"),
        ]);
        return page.ToString();
    }

    private static string Usage(ICliCommand? command) => command is null
        ? "./platform COMMAND [options]"
        : string.Join(' ', ["./platform", command.Syntax.Name, .. command.Syntax.Arguments.Select(argument => argument.Name), "[options]"]);

    private static IEnumerable<Option> Options(RootCommand root, Command syntax) =>
        syntax.Options.Concat(root.Options.Where(option => syntax != root && option.Recursive)).Where(option => !option.Hidden);

    private static string Label(Command command) =>
        string.Join(' ', [command.Name, .. command.Arguments.Select(argument => argument.Name)]);

    private static string Label(Option option) => option.HelpName is null ? option.Name : $"{option.Name} {option.HelpName}";

    private static void Table(Page page, string heading, IReadOnlyList<(string Label, string? Text)> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        page.Heading(heading);
        var column = rows.Max(row => row.Label.Length) + 4;
        if (page.Width < column + 24)
        {
            column = 6;   // too narrow for two columns: the text goes below its label
        }

        var indent = new string(' ', column);
        foreach (var (label, text) in rows)
        {
            var start = $"  {label}";
            if (start.Length + 2 > column)
            {
                page.Line(start);
                page.Hang(indent, indent, new Span(text ?? "", Tone.Faint));
            }
            else
            {
                page.Hang(start.PadRight(column), indent, new Span(text ?? "", Tone.Faint));
            }
        }
    }
}
