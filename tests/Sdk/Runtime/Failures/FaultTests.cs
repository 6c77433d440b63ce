using System.Net;
using System.Net.Sockets;
using Platform.Protocol;

namespace Platform.Tests.Sdk.Runtime.Failures;

/// <summary>Engines that misbehave.</summary>
public class FaultTests
{
    [Fact]
    public async Task An_engine_that_is_not_there_fails_the_program_at_once()
    {
        var engine = await ScriptedEngine.StartAsync();
        await engine.DisposeAsync();

        var result = await engine.RunAsync(() => new Duck("donald"));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Status(StatusCode=\"Unavailable\"", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engine_that_dies_while_a_registration_waits_fails_the_program()
    {
        var reached = new TaskCompletionSource();
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnRegister = async request =>
        {
            if (request.Custom)
            {
                reached.SetResult();
                await Task.Delay(Timeout.Infinite);
            }

            return ScriptedEngine.Created(request);
        };
        var run = engine.RunAsync(() => new Duck("donald"));

        await reached.Task;
        await engine.DisposeAsync();

        Assert.Equal(1, (await run).ExitCode);
    }

    [Fact]
    public async Task An_engine_that_dies_while_the_program_sleeps_fails_the_program()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        var registered = new TaskCompletionSource();
        var run = engine.RunAsync(async () =>
        {
            new Duck("donald").Id.Apply(_ => registered.TrySetResult());
            await Task.Delay(Timeout.Infinite);
            return new Dictionary<string, object?>();
        });

        await registered.Task;
        await engine.DisposeAsync();

        var result = await run;
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("The connection to the Pulumi engine was lost.", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engine_that_only_closes_an_idle_connection_is_reached_again()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        await using var relay = new Relay(engine.Address);
        var registered = new TaskCompletionSource();
        var run = engine.RunAsync(
            async () =>
            {
                new Duck("donald").Id.Apply(_ => registered.TrySetResult());
                await registered.Task;
                await relay.CloseConnectionsAsync();
                await relay.Reconnected;
                new Duck("daisy");
                return new Dictionary<string, object?>();
            },
            engine.NewSettings() with { Monitor = relay.Address });

        Assert.Equal(new(0, ""), await run);
        Assert.Equal("daisy", engine.Only("daisy").Name);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")]
    [InlineData("")]
    [InlineData("\0\0\0\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff")]
    public async Task Something_that_is_no_engine_fails_the_program(string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = new CancellationTokenSource();
        var serving = ServeAsync(listener, answer, stop.Token);
        await using var engine = await ScriptedEngine.StartAsync();

        var result = await engine.RunAsync(() => new Duck("donald"), engine.NewSettings() with { Monitor = listener.LocalEndpoint.ToString()! });

        Assert.NotEqual(0, result.ExitCode);
        await stop.CancelAsync();
        await serving;
    }

    [Fact]
    public async Task A_slow_engine_is_waited_for()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        var others = new TaskCompletionSource();
        engine.OnRegister = async request =>
        {
            if (request.Name == "slow")
            {
                await others.Task;
            }
            else if (request.Name == "fast")
            {
                others.SetResult();
            }

            return ScriptedEngine.Created(request);
        };

        var result = await engine.RunAsync(() =>
        {
            new Duck("slow");
            new Duck("fast");
        });

        Assert.Equal(new(0, ""), result);
    }

    [Fact]
    public async Task An_answer_without_state_leaves_outputs_at_their_defaults()
    {
        Duck? duck = null;
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnRegister = _ => Task.FromResult(new RegisterResourceResponse());

        var result = await engine.RunAsync(() => duck = new Duck("donald"));

        Assert.Equal(0, result.ExitCode);
        Assert.True((await Pulumi.Utilities.OutputUtilities.GetValueAsync(duck!.Rings)).IsDefault);
    }

    private static async Task ServeAsync(TcpListener listener, string answer, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptSocketAsync(stop);
                await client.SendAsync(System.Text.Encoding.Latin1.GetBytes(answer), stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    /// <summary>Passes bytes to and fro until it is told to close.</summary>
    private sealed class Relay : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly IPEndPoint _target;
        private readonly List<Socket> _sockets = [];
        private readonly TaskCompletionSource _reconnected = new();
        private int _accepted;

        public Relay(string target)
        {
            _target = IPEndPoint.Parse(target);
            _listener.Start();
            Address = _listener.LocalEndpoint.ToString()!;
            _ = AcceptAsync();
        }

        public string Address { get; }

        public Task Reconnected => _reconnected.Task.WaitAsync(TimeSpan.FromMinutes(1));

        public Task CloseConnectionsAsync()
        {
            lock (_sockets)
            {
                foreach (var socket in _sockets)
                {
                    socket.Close();
                }

                _sockets.Clear();
            }

            return Task.CompletedTask;
        }

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await CloseConnectionsAsync();
        }

        private async Task AcceptAsync()
        {
            try
            {
                while (true)
                {
                    var near = await _listener.AcceptSocketAsync();
                    var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
                    await far.ConnectAsync(_target);
                    lock (_sockets)
                    {
                        _sockets.AddRange([near, far]);
                    }

                    if (++_accepted == 2)
                    {
                        _reconnected.SetResult();
                    }

                    _ = CopyAsync(near, far);
                    _ = CopyAsync(far, near);
                }
            }
            catch (Exception problem) when (problem is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }

        private static async Task CopyAsync(Socket from, Socket to)
        {
            try
            {
                var buffer = new byte[16 * 1024];
                for (var count = await from.ReceiveAsync(buffer); count > 0; count = await from.ReceiveAsync(buffer))
                {
                    await to.SendAsync(buffer.AsMemory(0, count));
                }
            }
            catch (Exception problem) when (problem is SocketException or ObjectDisposedException)
            {
                // Closed on purpose.
            }
        }
    }
}
