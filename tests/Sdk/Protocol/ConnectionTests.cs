using System.Net;
using System.Net.Sockets;
using System.Text;
using Platform.Protocol;

namespace Platform.Tests.Sdk.Protocol;

/// <summary>What a client does with its connection.</summary>
public class ConnectionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Metadata_goes_with_every_call()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new GrpcClient(listener.LocalEndpoint.ToString()!, [new("traceparent", "00-abc-def-01")]);
        var call = client.CallAsync(EngineMethods.Log, new LogRequest());

        using var connection = await listener.AcceptSocketAsync().WaitAsync(Patience);
        byte[] emptySettings = [0, 0, 0, 4, 0, 0, 0, 0, 0];
        await connection.SendAsync(emptySettings);
        var received = new StringBuilder();
        var buffer = new byte[4096];
        while (!received.ToString().Contains("traceparent", StringComparison.Ordinal))
        {
            var count = await connection.ReceiveAsync(buffer).WaitAsync(Patience);
            Assert.NotEqual(0, count);
            received.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        Assert.Contains("00-abc-def-01", received.ToString(), StringComparison.Ordinal);
        connection.Close();
        await Assert.ThrowsAsync<GrpcException>(() => call);
    }

    [Fact]
    public async Task Who_connects_before_the_server_has_started_is_answered_once_it_has()
    {
        await using var server = new GrpcServer();
        server.Handle(ResourceMonitorMethods.SupportsFeature, (_, _) => Task.FromResult(new SupportsFeatureResponse { HasSupport = true }));
        using var client = new GrpcClient(server.Listen());
        var early = client.CallAsync(ResourceMonitorMethods.SupportsFeature, new());
        Assert.False(early.IsCompleted);

        await server.StartAsync();

        Assert.True((await early.WaitAsync(Patience)).HasSupport);
    }

    [Fact]
    public async Task The_end_of_the_server_is_told_though_no_call_is_under_way()
    {
        var closed = new TaskCompletionSource();
        await using var server = new GrpcServer();
        server.Handle(ResourceMonitorMethods.SupportsFeature, (_, _) => Task.FromResult(new SupportsFeatureResponse()));
        using var client = new GrpcClient(await server.StartAsync(), onClosed: closed.SetResult);
        await client.CallAsync(ResourceMonitorMethods.SupportsFeature, new());

        Assert.False(closed.Task.IsCompleted);
        await server.DisposeAsync();

        await closed.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_broken_connection_is_told_once()
    {
        var told = 0;
        var closed = new TaskCompletionSource();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new GrpcClient(listener.LocalEndpoint.ToString()!, onClosed: () =>
        {
            Interlocked.Increment(ref told);
            closed.TrySetResult();
        });
        var call = client.CallAsync(EngineMethods.Log, new LogRequest());
        using (var connection = await listener.AcceptSocketAsync().WaitAsync(Patience))
        {
            await connection.ReceiveAsync(new byte[1]).WaitAsync(Patience);
            connection.LingerState = new(enable: true, seconds: 0);
        }

        await Assert.ThrowsAsync<GrpcException>(() => call);
        await closed.Task.WaitAsync(Patience);
        client.Dispose();

        Assert.Equal(1, told);
    }
}
