using System.Collections.Immutable;
using System.Text.Json;
using static Platform.Graph.JsonMembers;

namespace Platform.Graph;

/// <summary>The options of a resource in the plan document: members of the resource itself, named as Pulumi names them.</summary>
internal static class SettingsJson
{
    public static void Write(Utf8JsonWriter json, ResourceSettings settings)
    {
        json.WriteBoolean("protect", settings.Protect);
        WriteFlag(json, "retainOnDelete", settings.RetainOnDelete);
        if (settings.DeleteBeforeReplace is { } deleteBeforeReplace)
        {
            json.WriteBoolean("deleteBeforeReplace", deleteBeforeReplace);
        }

        WriteTexts(json, "ignoreChanges", settings.IgnoreChanges);
        WriteTexts(json, "replaceOnChanges", settings.ReplaceOnChanges);
        WriteTexts(json, "additionalSecretOutputs", settings.AdditionalSecretOutputs);
        WriteTexts(json, "aliases", settings.Aliases);
        WriteText(json, "importId", settings.ImportId);
        WriteText(json, "deletedWith", settings.DeletedWith);
        WriteTexts(json, "replaceWith", settings.ReplaceWith);
        if (settings.ReplacementTrigger is { } trigger)
        {
            json.WritePropertyName("replacementTrigger");
            PropertyJson.Write(json, trigger);
        }

        WriteTexts(json, "hideDiffs", settings.HideDiffs);
        if (settings.Hooks.Count > 0)
        {
            json.WriteStartObject("hooks");
            foreach (var (moment, names) in settings.Hooks)
            {
                WriteTexts(json, moment, names);
            }

            json.WriteEndObject();
        }

        WriteMap(json, "customTimeouts", settings.CustomTimeouts);
        WriteMap(json, "envVarMappings", settings.EnvVarMappings);
        if (settings.StateMigrations > 0)
        {
            json.WriteNumber("stateMigrations", settings.StateMigrations);
        }

        WriteText(json, "version", settings.Version);
        WriteText(json, "pluginDownloadURL", settings.PluginDownloadUrl);
    }

    public static ResourceSettings Read(JsonElement item) => new()
    {
        Protect = Flag(item, "protect"),
        RetainOnDelete = Flag(item, "retainOnDelete"),
        DeleteBeforeReplace = item.TryGetProperty("deleteBeforeReplace", out var deleteBeforeReplace) ? deleteBeforeReplace.GetBoolean() : null,
        IgnoreChanges = Texts(item, "ignoreChanges"),
        ReplaceOnChanges = Texts(item, "replaceOnChanges"),
        AdditionalSecretOutputs = Texts(item, "additionalSecretOutputs"),
        Aliases = Texts(item, "aliases"),
        ImportId = Text(item, "importId"),
        DeletedWith = Text(item, "deletedWith"),
        ReplaceWith = Texts(item, "replaceWith"),
        ReplacementTrigger = item.TryGetProperty("replacementTrigger", out var trigger) ? PropertyJson.Read(trigger) : null,
        HideDiffs = Texts(item, "hideDiffs"),
        Hooks = item.TryGetProperty("hooks", out var hooks)
            ? hooks.EnumerateObject().ToImmutableSortedDictionary(moment => moment.Name, moment => Texts(hooks, moment.Name), StringComparer.Ordinal)
            : ResourceSettings.Default.Hooks,
        CustomTimeouts = Map(item, "customTimeouts"),
        EnvVarMappings = Map(item, "envVarMappings"),
        StateMigrations = item.TryGetProperty("stateMigrations", out var migrations) ? migrations.GetInt32() : 0,
        Version = Text(item, "version"),
        PluginDownloadUrl = Text(item, "pluginDownloadURL"),
    };
}
