using System.Text.RegularExpressions;

namespace Platform.Declarations.Npm;

/// <summary>What only the JavaScript of a resource tells: token, constants, defaults, secrets, aliases.</summary>
internal sealed partial class ResourceFacts
{
    // A generated file takes milliseconds; one that is made to keep a pattern busy ends in a RegexMatchTimeoutException.
    private const int Milliseconds = 1_000;

    private ResourceFacts()
    {
    }

    public string? Token { get; private init; }

    public IReadOnlyList<string> Aliases { get; private init; } = [];

    public IReadOnlyList<string> SecretOutputs { get; private init; } = [];

    public IReadOnlyList<string> ReplaceOnChanges { get; private init; } = [];

    public HashSet<string> SecretInputs { get; } = [];

    /// <summary>Inputs that are always the same literal.</summary>
    public List<(string Name, string Literal)> Constants { get; } = [];

    /// <summary>Input to the expression that stands in for an unset value.</summary>
    public Dictionary<string, string> Defaults { get; } = [];

    /// <exception cref="RegexMatchTimeoutException">The text is no generated file.</exception>
    public static ResourceFacts Read(string javaScript)
    {
        var facts = new ResourceFacts
        {
            Token = TypeToken().Match(javaScript) is { Success: true } token ? token.Groups[1].Value : null,
            Aliases = [.. AliasTypes().Matches(Group(AliasList(), javaScript)).Select(m => m.Groups[1].Value)],
            SecretOutputs = Strings(Group(SecretOutputList(), javaScript)),
            ReplaceOnChanges = Strings(Group(ReplaceList(), javaScript)),
        };
        foreach (Match assignment in Assignments().Matches(javaScript))
        {
            facts.Assigned(assignment.Groups[1].Value, assignment.Groups[2].Value);
        }

        return facts;
    }

    /// <summary>The token a function's JavaScript invokes.</summary>
    public static string? FunctionToken(string javaScript) =>
        InvokeToken().Match(javaScript) is { Success: true } match ? match.Groups[1].Value : null;

    private void Assigned(string name, string expression)
    {
        if (expression.Contains("state?.", StringComparison.Ordinal))
        {
            return;
        }

        if (expression.Contains("pulumi.secret(", StringComparison.Ordinal))
        {
            SecretInputs.Add(name);
        }

        if (Literal().IsMatch(expression))
        {
            Constants.Add((name, expression));
        }
        else if (DefaultExpression().Match(expression) is { Success: true } match)
        {
            Defaults[name] = match.Groups[1].Value;
        }
    }

    private static string Group(Regex regex, string text) => regex.Match(text) is { Success: true } match ? match.Groups[1].Value : "";

    private static string[] Strings(string list) => [.. Quoted().Matches(list).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"__pulumiType = '([^']+)'", RegexOptions.None, Milliseconds)]
    private static partial Regex TypeToken();

    [GeneratedRegex(@"runtime\.invoke(?:Single)?\(""([^""]+)""", RegexOptions.None, Milliseconds)]
    private static partial Regex InvokeToken();

    [GeneratedRegex(@"resourceInputs\[""([^""]+)""\] = (.*);", RegexOptions.None, Milliseconds)]
    private static partial Regex Assignments();

    [GeneratedRegex(@"^(""[^""]*""|true|false|-?\d+(\.\d+)?)$", RegexOptions.None, Milliseconds)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\(args\?\.\w+\) \?\? ((?:""[^""]*""|[^()""]|\((?:""[^""]*""|[^()""])*\))+)", RegexOptions.None, Milliseconds)]
    private static partial Regex DefaultExpression();

    [GeneratedRegex(@"aliases: \[(.*?)\] \}", RegexOptions.None, Milliseconds)]
    private static partial Regex AliasList();

    [GeneratedRegex(@"type: ""([^""]+)""", RegexOptions.None, Milliseconds)]
    private static partial Regex AliasTypes();

    [GeneratedRegex(@"additionalSecretOutputs: \[(.*?)\]", RegexOptions.None, Milliseconds)]
    private static partial Regex SecretOutputList();

    [GeneratedRegex(@"replaceOnChanges: \[(.*?)\] \}", RegexOptions.None, Milliseconds)]
    private static partial Regex ReplaceList();

    [GeneratedRegex(@"""([^""]+)""", RegexOptions.None, Milliseconds)]
    private static partial Regex Quoted();
}
