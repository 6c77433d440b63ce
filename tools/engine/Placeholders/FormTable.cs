
namespace Platform.Engine.Placeholders;

/// <summary>The reviewed forms of what a provider decides: <c>aws.forms</c>, by type and property path.</summary>
internal sealed class FormTable
{
    private static readonly Dictionary<string, string> NoForms = [];
    private readonly Lazy<Dictionary<string, Dictionary<string, string>>> _types;

    private FormTable(Func<TextReader> open) => _types = new(() => Parse(open));

    public static FormTable Aws { get; } = new(() =>
        new StreamReader(typeof(FormTable).Assembly.GetManifestResourceStream("Forms/aws.forms")!));

    /// <summary>The forms of a type such as <c>aws:ec2/vpc:Vpc</c>, by property path without indices; empty if there are none.</summary>
    public IReadOnlyDictionary<string, string> Of(string type) =>
        type.Split(':') is [_, var module, _] ? _types.Value.GetValueOrDefault(module, NoForms) : NoForms;

    /// <summary>All types of the table, as <c>ec2/vpc</c>.</summary>
    public IEnumerable<string> Types => _types.Value.Keys;

    private static Dictionary<string, Dictionary<string, string>> Parse(Func<TextReader> open)
    {
        using var reader = open();
        var types = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line is ['#', ..] or "")
            {
                continue;
            }

            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var forms = new Dictionary<string, string>(words.Length - 1, StringComparer.Ordinal);
            foreach (var word in words.AsSpan(1))
            {
                var cut = word.IndexOf('=', StringComparison.Ordinal);
                forms.Add(word[..cut], word[(cut + 1)..]);
            }

            types.Add(words[0], forms);
        }

        return types;
    }
}
