using Platform.Protocol;

namespace Pulumi;

/// <summary>Messages to whoever runs the deployment. Secrets that the program knows of are replaced in them.</summary>
public static class Log
{
    /// <summary>A message for developers, shown with <c>--debug</c> only.</summary>
    /// <param name="message">The text.</param>
    /// <param name="resource">The resource it is about. Default: the stack.</param>
    /// <param name="streamId">Joins messages that belong together. Default: none.</param>
    /// <param name="ephemeral">Whether it is shown only while the deployment runs. Default: no.</param>
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Write(LogSeverity.Debug, message, resource, streamId, ephemeral);

    /// <summary>A message that is good to know.</summary>
    /// <param name="message">The text.</param>
    /// <param name="resource">The resource it is about. Default: the stack.</param>
    /// <param name="streamId">Joins messages that belong together. Default: none.</param>
    /// <param name="ephemeral">Whether it is shown only while the deployment runs. Default: no.</param>
    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Write(LogSeverity.Info, message, resource, streamId, ephemeral);

    /// <summary>A message about something that may go wrong.</summary>
    /// <param name="message">The text.</param>
    /// <param name="resource">The resource it is about. Default: the stack.</param>
    /// <param name="streamId">Joins messages that belong together. Default: none.</param>
    /// <param name="ephemeral">Whether it is shown only while the deployment runs. Default: no.</param>
    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Write(LogSeverity.Warning, message, resource, streamId, ephemeral);

    /// <summary>A message about something that went wrong. The program goes on, but the deployment will have failed.</summary>
    /// <param name="message">The text.</param>
    /// <param name="resource">The resource it is about. Default: the stack.</param>
    /// <param name="streamId">Joins messages that belong together. Default: none.</param>
    /// <param name="ephemeral">Whether it is shown only while the deployment runs. Default: no.</param>
    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Write(LogSeverity.Error, message, resource, streamId, ephemeral);

    /// <summary>Logs an exception as an error, with its stack trace.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="resource">The resource it is about. Default: the stack.</param>
    /// <param name="streamId">Joins messages that belong together. Default: none.</param>
    /// <param name="ephemeral">Whether it is shown only while the deployment runs. Default: no.</param>
    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Error(exception?.ToString() ?? "", resource, streamId, ephemeral);

    private static void Write(LogSeverity severity, string message, Resource? resource, int? streamId, bool? ephemeral) =>
        Deployment.Required.Logger.Write(severity, message, resource, streamId, ephemeral);
}
