using System.Text;
using System.Text.Encodings.Web;
using Platform.Engine.GoText;

namespace Platform.Engine.Analysis;

/// <summary>The forms in which a program passes a secret on.</summary>
internal static class SecretForms
{
    private const int MinLineLength = 8;

    /// <summary>As it is, as JSON and the address of a connection escape it, in base64, and line by line as a log shows it.</summary>
    public static IEnumerable<string> Of(string text)
    {
        yield return text;
        if (text.Length < SecretScrubber.MinLength)
        {
            yield break;
        }

        yield return GoJson.Quote(text)[1..^1];
        yield return JavaScriptEncoder.Default.Encode(text);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text);   // what programs write that escape no more than JSON demands
        yield return Uri.EscapeDataString(text);
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        if (text.Contains('\n', StringComparison.Ordinal))
        {
            foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length >= MinLineLength && !line.StartsWith("-----", StringComparison.Ordinal)))
            {
                yield return line;
            }
        }
    }
}
