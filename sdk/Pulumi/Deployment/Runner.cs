using System.Diagnostics;
using System.Reflection;
using Platform.Protocol;

namespace Pulumi;

/// <summary>Runs a program from its first resource to its exit code.</summary>
internal static class Runner
{
    public const int Success = 0;

    /// <summary>Something was logged as an error, or the engine is gone.</summary>
    public const int Failure = 1;

    /// <summary>The program failed and has said why; the language host adds nothing to that.</summary>
    public const int ReportedFailure = 32;

    // What fails together is reported together; what takes longer than this is not waited for.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Runs a program as the language host started it.</summary>
    /// <exception cref="InvalidOperationException">No language host started it.</exception>
    public static async Task<int> RunUnderEngineAsync(StackProgram program)
    {
        var settings = RunSettings.Read(Environment.GetEnvironmentVariable);
        while (settings.AttachDebugger && !Debugger.IsAttached)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100)).ConfigureAwait(false);
        }

        using var connection = new EngineConnection(settings, StandardError);
        var code = await RunAsync(connection.NewDeployment(), program, connection, StandardError).ConfigureAwait(false);
        if (code == ReportedFailure)
        {
            // For a Main that awaits the run but returns nothing.
            Environment.ExitCode = code;
        }

        return code;
    }

    /// <summary>Runs a program in a deployment and reports its failures.</summary>
    public static Task<int> RunAsync(Deployment deployment, StackProgram program, EngineConnection? connection, Func<TextWriter> errors) =>
        deployment.EnterAsync(async () =>
        {
            connection?.Watch(deployment);
            deployment.Work.Run(program.RunAsync);
            await deployment.Work.IdleOrFailed.ConfigureAwait(false);
            if (deployment.Work.Failures.Count == 0 && !deployment.Logger.HasErrors)
            {
                await FinishAsync(deployment).ConfigureAwait(false);
            }

            connection?.StopWatching();

            // Without an engine to tell there is nothing to wait for.
            if (deployment.Work.Failures is { Count: > 0 } failures && !failures.Any(failure => failure is LogException))
            {
                await Task.WhenAny(deployment.Work.Idle, Task.Delay(Patience)).ConfigureAwait(false);
            }

            var code = await ReportAsync(deployment, errors).ConfigureAwait(false);
            await deployment.DisposeCallbacksAsync().ConfigureAwait(false);
            return code;
        });

    // Opening the console takes long, and few runs write to it themselves.
    private static TextWriter StandardError() => Console.Error;

    private static async Task FinishAsync(Deployment deployment)
    {
        try
        {
            await deployment.Monitor.SignalAndWaitForShutdownAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever it is, it is reported like any other failure.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            deployment.Work.Fail(failure);
        }
    }

    private static async Task<int> ReportAsync(Deployment deployment, Func<TextWriter> errors)
    {
        var code = deployment.Logger.HasErrors ? Failure : Success;
        LogException? unsent = null;
        foreach (var failure in deployment.Work.Failures)
        {
            code = ReportedFailure;
            try
            {
                if (failure is LogException known)
                {
                    unsent ??= known;
                    continue;
                }

                var (message, resource) = Describe(failure);
                await deployment.Logger.WriteAsync(LogSeverity.Error, message, resource).ConfigureAwait(false);
            }
            catch (LogException problem)
            {
                unsent ??= problem;
                await errors().WriteLineAsync(deployment.Secrets.Scrub(Describe(failure).Message)).ConfigureAwait(false);
            }
        }

        if (unsent is not null)
        {
            var text = deployment.Secrets.Scrub($"Error occurred trying to send logging message to engine:\n{unsent}");
            await errors().WriteLineAsync(text).ConfigureAwait(false);
            return Failure;
        }

        return code;
    }

    private static (string Message, Resource? Resource) Describe(Exception failure) => failure switch
    {
        RunException => (failure.Message, null),
        ResourceException { HideStack: true } known => (failure.Message, Settled(known.Resource)),
        ResourceException known => (failure.ToString(), Settled(known.Resource)),
        _ => ($"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{failure}", null),
    };

    // A resource without a URN by now is not worth waiting for.
    private static Resource? Settled(Resource? resource) => resource?.Urn is { IsCompleted: true } ? resource : null;
}
