using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Platform.Graph;

namespace Platform.Cli.Render.Plans;

/// <summary>One value without children as text.</summary>
internal static class ValueText
{
    /// <summary>Stands for every secret, whatever it is.</summary>
    public const string Secret = "[secret]";

    /// <summary>Stands for what only a deployment can tell.</summary>
    public const string Unknown = "(known once deployed)";

    // A file of data, not a web page: only what JSON itself must escape.
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of a value that is no list and no map.</summary>
    public static Span Of(PropertyValue value) => value switch
    {
        NullValue => new Span("null", Tone.Faint),
        UnknownValue => new Span(Unknown, Tone.Faint),
        SecretValue => new Span(Secret, Tone.Warning),
        BoolValue(var flag) => flag ? "true" : "false",
        NumberValue(var number) => number.ToString("R", CultureInfo.InvariantCulture),
        TextValue(var text) => Quoted(text),
        ListValue => "[]",
        MapValue => "{}",
        ReferenceValue(var urn, _) => new Span($"← {NameOf(urn)}", Tone.Source),
        AssetValue { Source: AssetSource.Text } asset => $"(text of {asset.Content.Length.ToString(CultureInfo.InvariantCulture)} characters)",
        AssetValue asset => $"(file {asset.Content})",
        ArchiveValue { Source: null } archive => $"(archive of {archive.Assets.Members.Count.ToString(CultureInfo.InvariantCulture)} files)",
        ArchiveValue archive => $"(archive {archive.Content})",
        _ => value.ToString(),
    };

    /// <summary>The text as it is, or in quotes where it could be taken for something else.</summary>
    public static string Quoted(string text) =>
        text.Length == 0 || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || IsAmbiguous(text) ? JsonSerializer.Serialize(text, Quoting) : text;

    private static string NameOf(string urn) => urn[(urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..];

    private static bool IsAmbiguous(string text) =>
        text is "true" or "false" or "null" or "[]" or "{}" or Secret or Unknown
        || text.StartsWith("← ", StringComparison.Ordinal)
        || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
