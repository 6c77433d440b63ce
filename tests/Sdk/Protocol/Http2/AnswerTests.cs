using System.Text;
using Google.Protobuf.WellKnownTypes;
using Platform.Protocol;
using Platform.Protocol.Http2;
using Platform.Protocol.Http2.Headers;
using static Platform.Tests.Sdk.Protocol.Http2.RawServer;

namespace Platform.Tests.Sdk.Protocol.Http2;

/// <summary>Answers to a call, proper and improper, frame by frame.</summary>
public sealed class AnswerTests : IDisposable
{
    private static readonly SupportsFeatureResponse Yes = new() { HasSupport = true };

    private readonly RawServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_request_is_what_a_server_expects()
    {
        var call = CallAsync();
        using var connection = await _server.AcceptAsync();
        var settings = await connection.NextAsync(FrameType.Settings);
        var request = await connection.NextAsync(FrameType.Headers);
        var data = await connection.NextAsync(FrameType.Data);
        await connection.AnswerAsync(request.Stream, Yes);
        await call;

        Assert.Equal(Settings((2, 0), (4, 1 << 30)), settings.Payload);
        Assert.Equal((FrameFlags.EndHeaders, 1), (request.Flags, request.Stream));
        var lines = Lines(request.Payload);
        Assert.Equal([":method=POST", ":scheme=http", ":path=/pulumirpc.ResourceMonitor/SupportsFeature"], lines[..3]);
        Assert.StartsWith(":authority=127.0.0.1:", lines[3], StringComparison.Ordinal);
        Assert.Equal(["content-type=application/grpc", "te=trailers"], lines[4..]);
        Assert.Equal(FrameFlags.EndStream, data.Flags);
        Assert.Equal(Connection.Framed(new SupportsFeatureRequest { Id = "x" }), data.Payload);
    }

    [Fact]
    public async Task An_answer_may_come_octet_by_octet()
    {
        var call = CallAsync();
        using var connection = await _server.AcceptAsync();
        var answer = Connection.Answer(await connection.RequestAsync(), Yes);
        foreach (var octet in answer)
        {
            await connection.SendAsync([octet]);
        }

        Assert.True((await call).HasSupport);
    }

    [Fact]
    public async Task An_answer_may_use_everything_frames_have()
    {
        var call = CallAsync();
        using var connection = await _server.AcceptAsync();
        var stream = await connection.RequestAsync();
        var message = Connection.Framed(Yes);
        var interim = new HeaderBlock().Add(":status", "103").ToArray();
        await connection.SendAsync(FrameType.Headers, FrameFlags.EndHeaders, stream, interim);
        await connection.SendAsync((FrameType)0x77, (FrameFlags)0xFF, stream, 1, 2, 3);
        await connection.SendAsync(FrameType.Priority, 0, stream, 0, 0, 0, 0, 1);
        await connection.SendAsync(
            FrameType.Headers, FrameFlags.Padded | FrameFlags.HasPriority, stream, [3, 0, 0, 0, 0, 9, .. Connection.Head[..4], 0, 0, 0]);
        await connection.SendAsync(FrameType.Continuation, 0, stream, Connection.Head[4..6]);
        await connection.SendAsync(FrameType.Continuation, FrameFlags.EndHeaders, stream, Connection.Head[6..]);
        await connection.SendAsync(FrameType.Data, FrameFlags.Padded, stream, [2, .. message[..3], 0, 0]);
        await connection.SendAsync(FrameType.Data, 0, stream);
        await connection.SendAsync(FrameType.Data, 0, stream, message[3..]);
        await connection.SendAsync(FrameType.Headers, FrameFlags.EndHeaders | FrameFlags.EndStream, stream, Connection.Trailers);

        Assert.True((await call).HasSupport);
    }

    [Fact]
    public async Task A_status_may_come_before_the_end()
    {
        var call = CallAsync();
        using var connection = await _server.AcceptAsync();
        var stream = await connection.RequestAsync();
        var refused = new HeaderBlock().Add(8).Add(HeaderBlock.ContentType, "application/grpc+proto").Add("grpc-status", "9").Add("grpc-message", "not%20yet");
        await connection.SendAsync(FrameType.Headers, FrameFlags.EndHeaders, stream, refused.ToArray());
        await connection.SendAsync(FrameType.Data, FrameFlags.EndStream, stream);

        var problem = await Assert.ThrowsAsync<GrpcException>(() => call);

        Assert.Equal((GrpcStatusCode.FailedPrecondition, "not yet"), (problem.StatusCode, problem.Detail));
    }

    [Theory]
    [InlineData("0000000002 0801 END", GrpcStatusCode.Unknown, "without a status")]
    [InlineData("TRAILERS", GrpcStatusCode.Internal, "without a message")]
    [InlineData("00000000 TRAILERS", GrpcStatusCode.Internal, "ended inside a message")]
    [InlineData("0000000002 08 TRAILERS", GrpcStatusCode.Internal, "ended inside a message")]
    [InlineData("000000000208010000000002 0801 TRAILERS", GrpcStatusCode.Internal, "more than one message")]
    [InlineData("00000000020801 00000000020801 TRAILERS", GrpcStatusCode.Internal, "more than one message")]
    [InlineData("01000000020801 TRAILERS", GrpcStatusCode.Unimplemented, "compressed")]
    [InlineData("00ffffffff", GrpcStatusCode.ResourceExhausted, "4294967295 bytes")]
    [InlineData("0000000003ffffff TRAILERS", GrpcStatusCode.Internal, "no message of the expected type")]
    [InlineData("HEAD", GrpcStatusCode.Internal, "headers in the middle")]
    public async Task An_improper_answer_fails_the_call_and_nothing_else(string frames, GrpcStatusCode status, string detail)
    {
        var call = CallAsync();
        using var connection = await _server.AcceptAsync();
        var stream = await connection.RequestAsync();
        await connection.SendAsync(FrameType.Headers, FrameFlags.EndHeaders, stream, Connection.Head);
        foreach (var frame in frames.Split(' '))
        {
            await (frame switch
            {
                "HEAD" => connection.SendAsync(FrameType.Headers, FrameFlags.EndHeaders, stream, Connection.Head),
                "END" => connection.SendAsync(FrameType.Data, FrameFlags.EndStream, stream),
                "TRAILERS" => connection.SendAsync(FrameType.Headers, FrameFlags.EndHeaders | FrameFlags.EndStream, stream, Connection.Trailers),
                _ => connection.SendAsync(FrameType.Data, 0, stream, Convert.FromHexString(frame)),
            });
        }

        var problem = await Assert.ThrowsAsync<GrpcException>(() => call);
        Assert.Equal(status, problem.StatusCode);
        Assert.Contains(detail, problem.Detail, StringComparison.Ordinal);

        var next = CallAsync();
        await connection.AnswerAsync(await connection.RequestAsync(), Yes);
        Assert.True((await next).HasSupport);
    }

    [Theory]
    [InlineData(404, GrpcStatusCode.Unimplemented)]
    [InlineData(503, GrpcStatusCode.Unavailable)]
    [InlineData(401, GrpcStatusCode.Unauthenticated)]
    [InlineData(500, GrpcStatusCode.Unknown)]
    public async Task A_status_of_HTTP_stands_for_one_of_gRPC(int http, GrpcStatusCode expected)
    {
        var call = CallAsync();
        using var connection = await _server.AcceptAsync();
        var head = new HeaderBlock().Add(":status", $"{http}").Add(HeaderBlock.ContentType, "text/html").ToArray();
        await connection.SendAsync(FrameType.Headers, FrameFlags.EndHeaders, await connection.RequestAsync(), head);

        var problem = await Assert.ThrowsAsync<GrpcException>(() => call);

        Assert.Equal(expected, problem.StatusCode);
        Assert.Contains($"HTTP status {http}", problem.Detail, StringComparison.Ordinal);
        Assert.Equal((uint)Http2Error.Cancel, (await connection.NextAsync(FrameType.Reset)).Number());
    }

    [Fact]
    public async Task A_page_for_browsers_is_no_answer()
    {
        var call = CallAsync();
        using var connection = await _server.AcceptAsync();
        var head = new HeaderBlock().Add(8).Add(HeaderBlock.ContentType, "text/html").ToArray();
        await connection.SendAsync(FrameType.Headers, FrameFlags.EndHeaders, await connection.RequestAsync(), head);

        var problem = await Assert.ThrowsAsync<GrpcException>(() => call);

        Assert.Equal(GrpcStatusCode.Unknown, problem.StatusCode);
        Assert.Contains("'text/html'", problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x0, GrpcStatusCode.Internal)]
    [InlineData(0x1, GrpcStatusCode.Internal)]
    [InlineData(0x8, GrpcStatusCode.Cancelled)]
    [InlineData(0xb, GrpcStatusCode.ResourceExhausted)]
    [InlineData(0xc, GrpcStatusCode.PermissionDenied)]
    [InlineData(0x77, GrpcStatusCode.Internal)]
    public async Task A_reset_ends_the_call(int error, GrpcStatusCode expected)
    {
        var call = CallAsync();
        using var connection = await _server.AcceptAsync();
        await connection.SendAsync(FrameType.Reset, 0, await connection.RequestAsync(), Connection.Number(error));

        var problem = await Assert.ThrowsAsync<GrpcException>(() => call);

        Assert.Equal(expected, problem.StatusCode);
        Assert.StartsWith("pulumirpc.ResourceMonitor/SupportsFeature at http://127.0.0.1:", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_to_a_call_given_up_is_passed_over()
    {
        using var patience = new CancellationTokenSource();
        var call = _server.Client.CallAsync(ResourceMonitorMethods.SignalAndWaitForShutdown, new Empty(), patience.Token);
        using var connection = await _server.AcceptAsync();
        var stream = await connection.RequestAsync();
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        var reset = await connection.NextAsync(FrameType.Reset);
        Assert.Equal((stream, (uint)Http2Error.Cancel), (reset.Stream, reset.Number()));
        await connection.AnswerAsync(stream, new Empty());
        await connection.SendAsync(FrameType.WindowUpdate, 0, stream, Connection.Number(1));
        await connection.SendAsync(FrameType.Reset, 0, stream, Connection.Number(0));

        var next = CallAsync();
        await connection.AnswerAsync(await connection.RequestAsync(), Yes);
        Assert.True((await next).HasSupport);
    }

    [Fact]
    public async Task A_call_given_up_before_it_begins_is_not_made()
    {
        using var patience = new CancellationTokenSource();
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _server.Client.CallAsync(ResourceMonitorMethods.SignalAndWaitForShutdown, new Empty(), patience.Token));

        var next = CallAsync();
        using var connection = await _server.AcceptAsync();
        var request = await connection.NextAsync(FrameType.Headers);
        Assert.Contains("SupportsFeature", string.Join(';', Lines(request.Payload)), StringComparison.Ordinal);
        await connection.AnswerAsync(request.Stream, Yes);
        await next;
    }

    private Task<SupportsFeatureResponse> CallAsync() =>
        _server.Client.CallAsync(ResourceMonitorMethods.SupportsFeature, new() { Id = "x" });

    private static List<string> Lines(byte[] block)
    {
        var reader = new LineReader();
        new HpackDecoder().Decode(block, reader);
        return reader.Lines;
    }

    private sealed class LineReader : IHeaderReader
    {
        public List<string> Lines { get; } = [];

        public void OnHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
            Lines.Add($"{Encoding.UTF8.GetString(name)}={Encoding.UTF8.GetString(value)}");
    }
}
