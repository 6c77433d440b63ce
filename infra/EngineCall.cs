using System.Text.Json;

namespace Platform.Infra;

/// <summary>What the engine that started this program says: which stack, and its configuration.</summary>
/// <param name="Stack">Name of the stack.</param>
/// <param name="Config">Configuration by full key; blocks and lists as JSON.</param>
/// <param name="SecretKeys">Keys whose values are encrypted in the file.</param>
public sealed record EngineCall(
    string Stack, IReadOnlyDictionary<string, string> Config, IReadOnlyCollection<string> SecretKeys)
{
    /// <summary>What to tell somebody who started the program by hand.</summary>
    public const string HowToRun =
        "This program describes infrastructure to an engine and does nothing by itself. Run one of\n"
        + "  ./platform plan dev    shows what it describes; needs no cloud account\n"
        + "  pulumi up -s dev       makes it so";

    /// <summary>Reads the variables an engine sets; null when there is no engine.</summary>
    /// <param name="variable">Value of an environment variable, by its name.</param>
    public static EngineCall? From(Func<string, string?> variable)
    {
        if (string.IsNullOrEmpty(variable("PULUMI_MONITOR")) || variable("PULUMI_STACK") is not { Length: > 0 } stack)
        {
            return null;
        }

        using var config = JsonDocument.Parse(Or(variable("PULUMI_CONFIG"), "{}"));
        using var secrets = JsonDocument.Parse(Or(variable("PULUMI_CONFIG_SECRET_KEYS"), "[]"));
        return new EngineCall(
            stack,
            config.RootElement.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.ToString()),
            secrets.RootElement.EnumerateArray().Select(key => key.ToString()).ToHashSet());
    }

    private static string Or(string? text, string otherwise) => string.IsNullOrEmpty(text) ? otherwise : text;
}
