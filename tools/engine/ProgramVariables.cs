using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Platform.Engine.Monitor;

namespace Platform.Engine;

/// <summary>The environment a language host gives a program.</summary>
internal static class ProgramVariables
{
    /// <summary>The organization of every offline run; what the SDKs assume themselves.</summary>
    public const string Organization = "organization";

    public static IReadOnlyDictionary<string, string> Of(Session session, string address, string rootDirectory, string programDirectory) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PULUMI_MONITOR"] = address,
            ["PULUMI_ENGINE"] = address,
            ["PULUMI_PROJECT"] = session.Project,
            ["PULUMI_STACK"] = session.Stack,
            ["PULUMI_ORGANIZATION"] = Organization,
            ["PULUMI_ROOT_DIRECTORY"] = rootDirectory,
            ["PULUMI_PWD"] = programDirectory,
            ["PULUMI_DRY_RUN"] = "true",
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = MonitorServer.Parallel.ToString(CultureInfo.InvariantCulture),
            ["PULUMI_CONFIG"] = Json(writer =>
            {
                writer.WriteStartObject();
                foreach (var (key, value) in session.Config.Values)
                {
                    writer.WriteString(key, value.Text);
                }

                writer.WriteEndObject();
            }),
            ["PULUMI_CONFIG_SECRET_KEYS"] = Json(writer =>
            {
                writer.WriteStartArray();
                foreach (var key in session.Config.SecretKeys)
                {
                    writer.WriteStringValue(key);
                }

                writer.WriteEndArray();
            }),
        };

    // By hand, since the program waits for it: the serializer takes longer to get ready than a program to connect.
    private static string Json(Action<Utf8JsonWriter> write)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }
}
