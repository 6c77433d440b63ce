using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Platform.Graph;

namespace Platform.Insights.Diff;

/// <summary>Writes a comparison as the JSON of <c>diff --format json</c>; <c>docs/diff.md</c> describes it.</summary>
public static class DiffJson
{
    /// <summary>The version of the document's form; it grows when a reader of the old form would misread the new one.</summary>
    public const int SchemaVersion = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document as UTF-8, ending with a line feed.</summary>
    /// <param name="diff">What changes.</param>
    /// <param name="against">What it was compared with, as the user called it.</param>
    public static ReadOnlyMemory<byte> Write(StackDiff diff, string against)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            json.WriteString("project", diff.Project);
            json.WriteString("stack", diff.Stack);
            json.WriteString("against", against);
            json.WriteStartObject("summary");
            foreach (var kind in Enum.GetValues<ChangeKind>())
            {
                json.WriteNumber(Word(kind), diff.Count(kind));
            }

            json.WriteNumber("unchanged", diff.Unchanged);
            json.WriteString("blastRadius", Word(diff.BlastRadius));
            json.WriteBoolean("endsStatefulResource", diff.EndsStatefulResource);
            json.WriteEndObject();
            json.WriteStartArray("changes");
            foreach (var change in diff.Changes)
            {
                Write(json, change);
            }

            json.WriteEndArray();
            Write(json, "undecided", diff.Undecided);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, ResourceChange change)
    {
        json.WriteStartObject();
        json.WriteString("kind", Word(change.Kind));
        json.WriteString("urn", change.Urn);
        Write(json, "oldUrn", change.OldUrn);
        json.WriteString("type", change.Type);
        json.WriteString("name", change.Name);
        json.WriteString("replacement", Word(change.Replacement));
        json.WriteBoolean("stateful", change.IsStateful);
        json.WriteString("blastRadius", Word(change.BlastRadius));
        json.WriteString("blastReason", change.BlastReason);
        Write(json, "blastSource", change.BlastSource);
        json.WriteStartArray("properties");
        foreach (var property in change.Properties)
        {
            json.WriteStartObject();
            json.WriteString("path", property.Path);
            Write(json, "inside", property.Inside);
            Write(json, "before", property.Before);
            Write(json, "after", property.After);
            json.WriteString("replacement", Word(property.Replacement));
            Write(json, "reason", property.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, "notes", change.Notes);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, PropertyValue? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            PlanJson.WriteValue(json, value);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
