using Platform.Protocol;
using Platform.Protocol.Http2;
using static Platform.Tests.Sdk.Protocol.Http2.RawServer;

namespace Platform.Tests.Sdk.Protocol.Http2;

/// <summary>Servers that take their time: windows, early answers, and one that does not read.</summary>
public sealed class FlowControlTests : IDisposable
{
    private const int WindowSize = 0x4;

    private static readonly SupportsFeatureResponse Yes = new() { HasSupport = true };

    private readonly RawServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_request_goes_as_fast_as_the_windows_allow()
    {
        var text = new string('x', 200_000);
        var call = _server.Client.CallAsync(EngineMethods.SetRootResource, new() { Urn = text });
        using var connection = await _server.AcceptAsync((WindowSize, 10));
        var stream = await connection.RequestAsync();

        // Some of it went before the settings came, by the window that everybody begins with.
        var received = 0;
        var expected = new SetRootResourceRequest { Urn = text }.CalculateSize() + 5;
        while (received < 65_535)
        {
            received += (await connection.NextAsync(FrameType.Data)).Payload.Length;
        }

        Assert.Equal(65_535, received);
        await connection.SendAsync(FrameType.WindowUpdate, 0, 0, Connection.Number(1_000_000));
        await connection.SendAsync(FrameType.WindowUpdate, 0, stream, Connection.Number(65_525 + 7));   // 10 less 65,535, and seven more
        Assert.Equal(7, (await connection.NextAsync(FrameType.Data)).Payload.Length);
        await connection.SendAsync(FrameType.Settings, 0, 0, Settings((WindowSize, 15)));
        Assert.Equal(5, (await connection.NextAsync(FrameType.Data)).Payload.Length);
        received += 12;
        await connection.SendAsync(FrameType.WindowUpdate, 0, stream, Connection.Number(1_000_000));
        var last = FrameFlags.None;
        while (received < expected)
        {
            var frame = await connection.NextAsync(FrameType.Data);
            Assert.Equal(FrameFlags.None, last);
            Assert.InRange(frame.Payload.Length, 1, 16_384);
            (received, last) = (received + frame.Payload.Length, frame.Flags);
        }

        Assert.Equal((expected, FrameFlags.EndStream), (received, last));
        await connection.AnswerAsync(stream, new SetRootResourceResponse());
        await call;
    }

    [Fact]
    public async Task An_answer_may_come_before_the_request_is_over()
    {
        var call = _server.Client.CallAsync(EngineMethods.SetRootResource, new() { Urn = new string('x', 200_000) });
        using var connection = await _server.AcceptAsync();
        var stream = await connection.RequestAsync();
        await connection.AnswerAsync(stream, new SetRootResourceResponse());
        await call;

        var reset = await connection.NextAsync(FrameType.Reset);

        Assert.Equal((stream, (uint)Http2Error.NoError), (reset.Stream, reset.Number()));
    }

    [Fact]
    public async Task A_server_that_does_not_read_holds_nobody_up()
    {
        const int Window = int.MaxValue;
        var probe = CallAsync();
        using var connection = await _server.AcceptAsync((WindowSize, Window));
        await connection.SendAsync(FrameType.WindowUpdate, 0, 0, Connection.Number(Window - 65_535));
        await connection.AnswerAsync(await connection.RequestAsync(), Yes);
        await probe;

        // More than any buffer between the two holds; the server begins to read only once all of them are under way.
        var text = new string('x', 20 * 1024 * 1024);
        using var patience = new CancellationTokenSource();
        var given = _server.Client.CallAsync(EngineMethods.SetRootResource, new() { Urn = text }, patience.Token);
        var kept = _server.Client.CallAsync(EngineMethods.SetRootResource, new() { Urn = text });
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);

        await connection.RequestAsync();
        var stream = await connection.RequestAsync();
        var received = 0;
        while (true)
        {
            var frame = await connection.NextAsync(FrameType.Data);
            received += frame.Stream == stream ? frame.Payload.Length : 0;
            if (frame.Stream == stream && frame.Flags == FrameFlags.EndStream)
            {
                break;
            }
        }

        Assert.Equal(new SetRootResourceRequest { Urn = text }.CalculateSize() + 5, received);
        await connection.AnswerAsync(stream, new SetRootResourceResponse());
        await kept;
    }

    private Task<SupportsFeatureResponse> CallAsync() =>
        _server.Client.CallAsync(ResourceMonitorMethods.SupportsFeature, new() { Id = "x" });
}
