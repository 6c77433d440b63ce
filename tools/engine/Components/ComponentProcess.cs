using System.Globalization;
using Platform.Engine.Launching;
using Platform.Protocol;

namespace Platform.Engine.Components;

/// <summary>One process that makes components of one package, from its start to the end of the plan.</summary>
internal sealed class ComponentProcess : IAsyncDisposable
{
    private readonly string _package;
    private readonly ProgramOutput _output;
    private readonly CancellationTokenSource _end;
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<int> _run;
    private GrpcClient? _client;

    private ComponentProcess(string package, string command, string directory, string address, CancellationToken cancellationToken)
    {
        _package = package;
        _end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _output = new ProgramOutput(Listen);
        var words = OperatingSystem.IsWindows()
            ? new Command("cmd.exe", ["/c", $"{command} {address}"], directory, Variables)
            : new Command("/bin/sh", ["-c", $"{command} {address}"], directory, Variables);
        _run = ChildProcess.RunAsync(words, _output, _end.Token);
    }

    private static IReadOnlyDictionary<string, string?> Variables { get; } = Withheld.Variables.ToDictionary(name => name, _ => (string?)null);

    /// <summary>Starts a process and waits until it serves.</summary>
    /// <exception cref="GrpcException">It ended instead, or said something else than its port.</exception>
    public static async Task<ComponentProcess> StartAsync(string package, string command, string directory, string address, CancellationToken cancellationToken)
    {
        var process = new ComponentProcess(package, command, directory, address, cancellationToken);
        try
        {
            await Task.WhenAny(process._port.Task, process._run).WaitAsync(cancellationToken).ConfigureAwait(false);
            if (!process._port.Task.IsCompletedSuccessfully)
            {
                throw new GrpcException(GrpcStatusCode.FailedPrecondition, process.Failure());
            }

            var port = await process._port.Task.ConfigureAwait(false);
            process._client = new GrpcClient($"127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");
            return process;
        }
        catch
        {
            await process.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Calls a method of the process.</summary>
    public async Task<TResponse> CallAsync<TRequest, TResponse>(GrpcMethod<TRequest, TResponse> method, TRequest request, CancellationToken cancellationToken)
        where TRequest : class, Google.Protobuf.IMessage<TRequest>
        where TResponse : class, Google.Protobuf.IMessage<TResponse>
    {
        try
        {
            return await _client!.CallAsync(method, request, cancellationToken).ConfigureAwait(false);
        }
        catch (GrpcException problem) when (problem.StatusCode == GrpcStatusCode.Unavailable)
        {
            throw new GrpcException(GrpcStatusCode.Unavailable, $"{Failure()}; {problem.Detail}", problem);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await _end.CancelAsync().ConfigureAwait(false);
        try
        {
            await _run.ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is OperationCanceledException or PlanRequestException)
        {
            // Ended by us, or never begun: whoever waited for it was told.
        }

        _end.Dispose();
    }

    // The first line is the port; before it, some runtimes print warnings.
    private void Listen(string line, bool isError)
    {
        if (!isError && int.TryParse(line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue)
        {
            _port.TrySetResult(port);
        }
    }

    private string Failure()
    {
        var words = _output.ErrorExcerpt;
        return $"the process for components of '{_package}' ended{(words.IsEmpty ? " without a word" : $", it said: {string.Join('\n', words)}")}";
    }
}
