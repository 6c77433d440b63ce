using System.Globalization;
using System.Text.Json;

namespace Platform.Infra.Settings;

/// <summary>How settings are written: Pulumi hands every value over as text, blocks and lists as JSON.</summary>
internal static class SettingText
{
    /// <summary>The value behind a text.</summary>
    public static JsonElement Json(string text)
    {
        if (text.TrimStart() is ['{' or '[', ..])
        {
            try
            {
                return JsonElement.Parse(text);
            }
            catch (JsonException)
            {
                // Not a block after all: it is kept as the text it is, and the question for it says what it should be.
            }
        }

        return JsonElement.Parse($"\"{JsonEncodedText.Encode(text)}\"");
    }

    /// <summary>A value in a message.</summary>
    public static string Show(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "a block",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => $"'{value.GetString()}'",
        _ => value.GetRawText(),
    };

    /// <summary>Reads <c>hh:mm</c>.</summary>
    public static bool TryTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
