using System.Globalization;
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
            ["PULUMI_CONFIG"] = JsonSerializer.Serialize(session.Config.Values.ToDictionary(entry => entry.Key, entry => entry.Value.Text)),
            ["PULUMI_CONFIG_SECRET_KEYS"] = JsonSerializer.Serialize(session.Config.SecretKeys),
        };
}
