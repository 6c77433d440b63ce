using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Platform.Components.Identity;

/// <summary>Writes JSON documents that AWS takes as text; the same values always give the same text.</summary>
internal static class JsonText
{
    /// <summary>What <paramref name="write"/> writes.</summary>
    public static string Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>An object of texts; a secret among them makes the whole a secret.</summary>
    public static Output<string> Of(IReadOnlyDictionary<string, Input<string>> members)
    {
        var names = members.Keys.Order(StringComparer.Ordinal).ToArray();
        return Output.All(names.Select(name => members[name])).Apply(values => Of(json =>
        {
            json.WriteStartObject();
            foreach (var (name, value) in names.Zip(values))
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }));
    }
}
