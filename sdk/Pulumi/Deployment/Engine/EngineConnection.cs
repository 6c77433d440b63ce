using Platform.Protocol;

namespace Pulumi;

/// <summary>
/// The connections to the engine. Their loss ends the program, even one that is busy with itself or asleep: an engine
/// that was killed must not leave programs behind.
/// </summary>
internal sealed class EngineConnection : IDisposable
{
    // How long a program that was told of the loss may take to end by itself.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly RunSettings _settings;
    private readonly Func<TextWriter> _errors;
    private readonly GrpcClient _monitor;
    private readonly GrpcClient _engine;
    private readonly Action<int> _exit;
    private volatile Deployment? _watched;

    public EngineConnection(RunSettings settings, Func<TextWriter> errors, Action<int>? exit = null)
    {
        _settings = settings;
        _errors = errors;
        _exit = exit ?? Environment.Exit;
        IReadOnlyList<KeyValuePair<string, string>>? metadata =
            settings.TraceParent is { } parent ? [new("traceparent", parent)] : null;
        _monitor = new(settings.Monitor, metadata, OnMonitorClosed);
        _monitor.Connect();   // while the program makes its first resource
        _engine = settings.Engine == settings.Monitor ? _monitor : new(settings.Engine, metadata);
    }

    public Deployment NewDeployment() => new(_settings, new GrpcMonitor(_monitor), new GrpcEngine(_engine));

    /// <summary>From now on the loss of the monitor is the deployment's failure.</summary>
    public void Watch(Deployment deployment) => _watched = deployment;

    /// <summary>The deployment is over; the engine may go.</summary>
    public void StopWatching() => _watched = null;

    public void Dispose()
    {
        StopWatching();
        _monitor.Dispose();
        _engine.Dispose();
    }

    // Called by whoever reads the connection, which must not have to wait for the check.
    private void OnMonitorClosed()
    {
        if (_watched is { } deployment)
        {
            _ = Task.Run(() => CheckAsync(deployment));
        }
    }

    // A server may close an idle connection; only one that cannot be reached again is gone. The first attempt may
    // still pick the connection that is just closing.
    private async Task CheckAsync(Deployment deployment)
    {
        const int Attempts = 3;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await deployment.Monitor.SupportsFeatureAsync(Feature.ResourceReferences).ConfigureAwait(false);
                return;
            }
            catch (GrpcException problem) when (problem.StatusCode != GrpcStatusCode.Unavailable)
            {
                // It answers, if only with an error.
                return;
            }
#pragma warning disable CA1031 // However a call fails without an answer, there is nobody at the other end.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                if (_watched != deployment)
                {
                    return;
                }

                if (attempt == Attempts)
                {
                    await EndAsync(deployment, problem).ConfigureAwait(false);
                    return;
                }
            }
        }
    }

    private async Task EndAsync(Deployment deployment, Exception problem)
    {
        deployment.Work.Fail(new LogException(new RunException("The connection to the Pulumi engine was lost.", problem)));
        await Task.Delay(Patience + Patience).ConfigureAwait(false);
        if (_watched == deployment)
        {
            // The program's own code holds the thread that would return the exit code.
            await _errors().WriteLineAsync("The connection to the Pulumi engine was lost; the program ends.").ConfigureAwait(false);
            _exit(Runner.Failure);
        }
    }
}
