using System.Collections.Frozen;

namespace Platform.Engine.Placeholders;

/// <summary>The reviewed forms of what a provider decides: <c>aws.forms</c>, by type and property path.</summary>
internal sealed class FormTable
{
    private static readonly FrozenDictionary<string, string> NoForms = FrozenDictionary<string, string>.Empty;
    private readonly Lazy<FrozenDictionary<string, FrozenDictionary<string, string>>> _types;

    private FormTable(Func<TextReader> open) => _types = new(() => Parse(open));

    public static FormTable Aws { get; } = new(() =>
        new StreamReader(typeof(FormTable).Assembly.GetManifestResourceStream("Forms/aws.forms")!));

    /// <summary>The forms of a type such as <c>aws:ec2/vpc:Vpc</c>, by property path without indices; empty if there are none.</summary>
    public IReadOnlyDictionary<string, string> Of(string type) =>
        type.Split(':') is [_, var module, _] ? _types.Value.GetValueOrDefault(module, NoForms) : NoForms;

    /// <summary>All types of the table, as <c>ec2/vpc</c>.</summary>
    public IEnumerable<string> Types => _types.Value.Keys;

    private static FrozenDictionary<string, FrozenDictionary<string, string>> Parse(Func<TextReader> open)
    {
        using var reader = open();
        var types = new Dictionary<string, FrozenDictionary<string, string>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line is ['#', ..] or "")
            {
                continue;
            }

            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            types.Add(words[0], words.Skip(1).Select(word => word.Split('=', 2)).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal));
        }

        return types.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
