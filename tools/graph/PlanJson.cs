using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using static Platform.Graph.JsonMembers;

namespace Platform.Graph;

/// <summary>Writes a graph as the JSON of <c>plan --format json</c>, which is also the form of saved plans.</summary>
/// <remarks>
/// <c>docs/plan-json.md</c> describes the document. Special values have the form they have in a Pulumi state file;
/// a secret is the text <c>[secret]</c>. The same graph always gives the same bytes.
/// </remarks>
public static class PlanJson
{
    /// <summary>The version of the document's form; it grows when a reader of the old form would misread the new one.</summary>
    public const int SchemaVersion = 1;

    internal const string SecretText = "[secret]";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // the document is a file or a pipe, never part of a web page
    };

    /// <summary>The document as UTF-8, ending with a line feed.</summary>
    public static ReadOnlyMemory<byte> Write(ResourceGraph graph)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            json.WriteString("project", graph.Project);
            json.WriteString("stack", graph.Stack);
            json.WriteStartArray("resources");
            foreach (var resource in graph.Resources)
            {
                WriteResource(json, resource);
            }

            json.WriteEndArray();
            json.WritePropertyName("outputs");
            PropertyJson.Write(json, graph.Outputs);
            WriteDiagnostics(json, graph.Diagnostics);
            WriteAssumptions(json, graph.Assumptions);
            WriteSummary(json, graph);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    /// <summary>One value in the form it has in the document.</summary>
    public static void WriteValue(Utf8JsonWriter json, PropertyValue value) => PropertyJson.Write(json, value);

    private static void WriteResource(Utf8JsonWriter json, Resource resource)
    {
        json.WriteStartObject();
        json.WriteString("urn", resource.Urn);
        json.WriteString("type", resource.Type);
        json.WriteString("name", resource.Name);
        WriteText(json, "parent", resource.Parent);
        WriteText(json, "provider", resource.Provider);
        json.WriteBoolean("custom", resource.Custom);
        WriteFlag(json, "remote", resource.Remote);
        WriteFlag(json, "external", resource.External);
        WriteText(json, "id", resource.Id);
        WriteText(json, "region", resource.Region);
        json.WritePropertyName("inputs");
        PropertyJson.Write(json, resource.Inputs);
        json.WritePropertyName("outputs");
        PropertyJson.Write(json, resource.Outputs);
        WriteTexts(json, "dependencies", resource.Dependencies, always: true);
        json.WriteStartObject("propertyDependencies");
        foreach (var (property, urns) in resource.PropertyDependencies)
        {
            WriteTexts(json, property, urns, always: true);
        }

        json.WriteEndObject();
        WritePlaceholders(json, resource.Placeholders);
        SettingsJson.Write(json, resource.Settings);
        json.WriteEndObject();
    }

    private static void WritePlaceholders(Utf8JsonWriter json, ImmutableArray<Placeholder> placeholders)
    {
        json.WriteStartArray("placeholders");
        foreach (var placeholder in placeholders)
        {
            json.WriteStartObject();
            json.WriteString("path", placeholder.Path);
            json.WriteString("urn", placeholder.Urn);
            WriteText(json, "property", placeholder.Property);
            json.WriteString("match", JsonNamingPolicy.CamelCase.ConvertName(placeholder.Match.ToString()));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDiagnostics(Utf8JsonWriter json, ImmutableArray<Diagnostic> diagnostics)
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("severity", JsonNamingPolicy.CamelCase.ConvertName(diagnostic.Severity.ToString()));
            json.WriteString("message", diagnostic.Message);
            WriteText(json, "urn", diagnostic.Urn);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAssumptions(Utf8JsonWriter json, ImmutableArray<Assumption> assumptions)
    {
        json.WriteStartArray("assumptions");
        foreach (var assumption in assumptions)
        {
            json.WriteStartObject();
            json.WriteString("subject", assumption.Subject);
            json.WriteString("kind", assumption.Kind);
            json.WriteString("detail", assumption.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSummary(Utf8JsonWriter json, ResourceGraph graph)
    {
        var counts = graph.CountByType();
        json.WriteStartObject("summary");
        json.WriteNumber("total", counts.Values.Sum());
        json.WriteStartObject("byType");
        foreach (var (type, count) in counts)
        {
            json.WriteNumber(type, count);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
