using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;

namespace Platform.Cli.Arguments;

/// <summary>Options whose mistakes are told in one sentence: option, value, way out.</summary>
internal static class TypedOption
{
    /// <summary>One of a few words; the first is the default.</summary>
    public static Option<string> Choice(string name, string description, params ImmutableArray<string> words) => new(name)
    {
        Description = $"{description} Default: {words[0]}.",
        HelpName = string.Join('|', words),
        DefaultValueFactory = _ => words[0],
        CustomParser = result =>
        {
            var typed = result.Tokens[0].Value;
            if (words.Contains(typed))
            {
                return typed;
            }

            result.AddError($"{name} is '{typed}', but must be {string.Join(" or ", words)}.");
            return null;
        },
    };

    /// <summary>A length of time with units.</summary>
    public static Option<TimeSpan?> Time(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DURATION",
        CustomParser = result =>
        {
            var typed = result.Tokens[0].Value;
            if (Duration.Parse(typed) is { } time)
            {
                return time;
            }

            result.AddError($"{name} is '{typed}', but must be a time of up to 24h with its unit, such as 90s, 5m or 1h30m.");
            return null;
        },
    };

    /// <summary>KEY=VALUE, any number of times; the last one of a key counts.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="example">One that could be typed.</param>
    /// <remarks>A mistake never repeats what was typed: it may be half a password.</remarks>
    public static Option<Dictionary<string, string>> Pairs(string name, string description, string example) => new(name)
    {
        Description = description,
        HelpName = "KEY=VALUE",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
        CustomParser = result => ParsePairs(name, example, result),
    };

    private static Dictionary<string, string> ParsePairs(string name, string example, ArgumentResult result)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var token in result.Tokens)
        {
            var cut = token.Value.IndexOf('=', StringComparison.Ordinal);
            if (cut <= 0)
            {
                result.AddError($"{name} needs KEY=VALUE, such as {name} {example}; one of its values has no key or no '='.");
                return pairs;
            }

            pairs[token.Value[..cut]] = token.Value[(cut + 1)..];
        }

        return pairs;
    }
}
