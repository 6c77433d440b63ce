using Platform.Protocol;

namespace Pulumi;

/// <summary>Sends messages to the engine; each is on its way before the next one, whatever the engine answers.</summary>
internal sealed class EngineLogger(IEngine engine, PendingWork work, Secrets secrets)
{
    private volatile bool _hasErrors;

    /// <summary>Whether an error was logged; such a program does not succeed.</summary>
    public bool HasErrors => _hasErrors;

    /// <summary>Sends a message in the background; the deployment waits for it.</summary>
    public void Write(LogSeverity severity, string message, Resource? resource, int? streamId, bool? ephemeral) =>
        work.Track(WriteAsync(severity, message, resource, streamId, ephemeral));

    /// <exception cref="LogException">The engine did not take the message.</exception>
    public Task WriteAsync(LogSeverity severity, string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        if (severity == LogSeverity.Error)
        {
            _hasErrors = true;   // never written otherwise: a remark at the same time must not take it back
        }

        var request = new LogRequest
        {
            Severity = severity,
            Message = secrets.Scrub(message),
            StreamId = streamId ?? 0,
            Ephemeral = ephemeral ?? false,
        };
        return SendAsync(request, resource);
    }

    private async Task SendAsync(LogRequest request, Resource? resource)
    {
        try
        {
            request.Urn = resource is null ? "" : await UrnOfAsync(resource).ConfigureAwait(false);
            await engine.LogAsync(request).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is not LogException)
        {
            throw new LogException(problem);
        }
    }

    // The message is about why the resource has no URN, perhaps.
    private static async Task<string> UrnOfAsync(Resource resource)
    {
        try
        {
            return resource.Urn is null ? "" : (await resource.Urn.GetDataAsync().ConfigureAwait(false)).Value ?? "";
        }
#pragma warning disable CA1031 // Whatever it is, it is reported where it happened.
        catch (Exception)
#pragma warning restore CA1031
        {
            return "";
        }
    }
}
