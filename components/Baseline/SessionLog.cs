using System.Text.Json;
using Platform.Components.Identity;
using Platform.Components.Observability;
using Platform.Components.Security;
using Pulumi.Aws.Ssm;

namespace Platform.Components.Baseline;

/// <summary>
/// What is typed and shown in every shell that Session Manager opens is written to a log under a key of ours; a machine that may not
/// write there opens no shell.
/// </summary>
internal static class SessionLog
{
    /// <summary>Name under which Session Manager looks for its preferences; it takes no other.</summary>
    private const string Preferences = "SSM-SessionManagerRunShell";

    /// <summary>Registers log and preferences; the name of the log group.</summary>
    public static Output<string> Build(BaselineSite site)
    {
        var key = new EncryptionKey($"{site.Name}-sessions", new()
        {
            Purpose = "the logs of shells on machines",
            Services = [KeyService.Logs],
            DeletionWindowDays = site.Args.KeyDeletionWindowDays,
        }, site.Within);
        var logs = new LogStream($"{site.Name}-sessions", new()
        {
            GroupName = SecurityBaseline.SessionLogGroup, KeyArn = key.Arn, RetentionDays = site.TrailLogDays,
        }, site.Within);
        new Document($"{site.Name}-sessions", new()
        {
            Name = Preferences,
            DocumentType = "Session",
            DocumentFormat = "JSON",
            Content = logs.GroupName.Apply(group => JsonText.Of(json => Write(json, group))),
        }, site.Child);
        return logs.GroupName;
    }

    private static void Write(Utf8JsonWriter json, string group)
    {
        json.WriteStartObject();
        json.WriteString("schemaVersion", "1.0");
        json.WriteString("description", "Every shell is logged");
        json.WriteString("sessionType", "Standard_Stream");
        json.WriteStartObject("inputs");
        json.WriteString("cloudWatchLogGroupName", group);
        json.WriteBoolean("cloudWatchEncryptionEnabled", true);
        json.WriteBoolean("cloudWatchStreamingEnabled", true);
        json.WriteString("idleSessionTimeout", "20");
        json.WriteString("maxSessionDuration", "60");
        json.WriteBoolean("runAsEnabled", false);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
