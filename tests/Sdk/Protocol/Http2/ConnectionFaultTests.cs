using Google.Protobuf.WellKnownTypes;
using Platform.Protocol;
using Platform.Protocol.Http2;
using static Platform.Tests.Sdk.Protocol.Http2.RawServer;

namespace Platform.Tests.Sdk.Protocol.Http2;

/// <summary>Servers that leave, refuse, or break the rules.</summary>
public sealed class ConnectionFaultTests : IDisposable
{
    private const int MaxStreams = 0x3;

    private static readonly SupportsFeatureResponse Yes = new() { HasSupport = true };

    private readonly RawServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_server_that_goes_away_finishes_what_it_has_seen_and_the_rest_goes_elsewhere()
    {
        var seen = CallAsync();
        using var first = await _server.AcceptAsync();
        var stream = await first.RequestAsync();
        var unseen = CallAsync();
        await first.RequestAsync();
        await first.SendAsync(FrameType.GoAway, 0, 0, [.. Connection.Number(stream), 0, 0, 0, 0]);

        using var second = await _server.AcceptAsync();
        await second.AnswerAsync(await second.RequestAsync(), Yes);
        Assert.True((await unseen).HasSupport);

        var later = CallAsync();
        await second.AnswerAsync(await second.RequestAsync(), Yes);
        Assert.True((await later).HasSupport);

        Assert.False(seen.IsCompleted);
        await first.AnswerAsync(stream, Yes);
        Assert.True((await seen).HasSupport);
        await first.EndAsync();   // nothing is left to wait for
    }

    [Fact]
    public async Task A_refused_call_is_made_again()
    {
        var call = CallAsync();
        using var connection = await _server.AcceptAsync();
        await connection.SendAsync(FrameType.Reset, 0, await connection.RequestAsync(), Connection.Number((int)Http2Error.RefusedStream));
        await connection.AnswerAsync(await connection.RequestAsync(), Yes);

        Assert.True((await call).HasSupport);
    }

    [Fact]
    public async Task A_call_that_is_always_refused_fails()
    {
        var call = CallAsync();
        using var connection = await _server.AcceptAsync();
        for (var i = 0; i < 3; i++)
        {
            await connection.SendAsync(FrameType.Reset, 0, await connection.RequestAsync(), Connection.Number((int)Http2Error.RefusedStream));
        }

        Assert.Equal(GrpcStatusCode.Unavailable, (await Assert.ThrowsAsync<GrpcException>(() => call)).StatusCode);
    }

    [Fact]
    public async Task A_call_that_is_refused_in_the_middle_of_its_answer_fails()
    {
        var call = CallAsync();
        using var connection = await _server.AcceptAsync();
        var stream = await connection.RequestAsync();
        await connection.SendAsync(FrameType.Headers, FrameFlags.EndHeaders, stream, Connection.Head);
        await connection.SendAsync(FrameType.Reset, 0, stream, Connection.Number((int)Http2Error.RefusedStream));

        Assert.Equal(GrpcStatusCode.Unavailable, (await Assert.ThrowsAsync<GrpcException>(() => call)).StatusCode);
    }

    [Fact]
    public async Task A_server_that_takes_no_calls_is_not_asked_for_ever()
    {
        var calls = Enumerable.Range(0, 101).Select(_ => CallAsync()).ToArray();
        using var first = await _server.AcceptAsync((MaxStreams, 0));
        for (var i = 0; i < 100; i++)
        {
            await first.AnswerAsync(await first.RequestAsync(), Yes);   // they were under way before it said so
        }

        using var second = await _server.AcceptAsync((MaxStreams, 0));
        await second.AnswerAsync(await second.RequestAsync(), Yes);

        Assert.All(await Task.WhenAll(calls), answer => Assert.True(answer.HasSupport));
    }

    [Fact]
    public async Task A_call_beyond_what_a_connection_takes_makes_another_one()
    {
        var first = CallAsync();
        using var one = await _server.AcceptAsync((MaxStreams, 1));
        var stream = await one.RequestAsync();
        await one.NextAsync(FrameType.Settings);   // it knows
        var second = CallAsync();

        using var other = await _server.AcceptAsync((MaxStreams, 1));
        await other.AnswerAsync(await other.RequestAsync(), Yes);
        Assert.True((await second).HasSupport);
        await one.AnswerAsync(stream, Yes);
        Assert.True((await first).HasSupport);
    }

    [Fact]
    public async Task Until_a_server_has_told_its_limit_a_hundred_calls_are_enough()
    {
        var calls = Enumerable.Range(0, 150).Select(_ => CallAsync()).ToArray();
        using var connection = await _server.AcceptSilentlyAsync();
        var streams = new List<int>();
        for (var i = 0; i < 100; i++)
        {
            streams.Add(await connection.RequestAsync());
        }

        await connection.SendAsync(FrameType.Settings, 0, 0, Settings((MaxStreams, 120)));
        for (var i = 0; i < 20; i++)
        {
            streams.Add(await connection.RequestAsync());
        }

        using var other = await _server.AcceptAsync();
        for (var i = 0; i < 30; i++)
        {
            await other.AnswerAsync(await other.RequestAsync(), Yes);
        }

        foreach (var stream in streams)
        {
            await connection.AnswerAsync(stream, Yes);
        }

        Assert.All(await Task.WhenAll(calls), answer => Assert.True(answer.HasSupport));
    }

    [Fact]
    public async Task A_ping_comes_back()
    {
        _ = CallAsync();
        using var connection = await _server.AcceptAsync();
        await connection.SendAsync(FrameType.Ping, FrameFlags.Ack, 0, 8, 7, 6, 5, 4, 3, 2, 1);   // nobody asked
        await connection.SendAsync(FrameType.Ping, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8);

        var answer = await connection.NextAsync(FrameType.Ping);

        Assert.Equal(FrameFlags.Ack, answer.Flags);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], answer.Payload);
    }

    [Theory]
    [InlineData("000000 00 00 00000001", 0x1, "does not begin with its settings", false)]
    [InlineData("000003 04 00 00000000 000000", 0x6, "length of its kind", false)]
    [InlineData("000001 04 01 00000000 00", 0x6, "length of its kind", true)]
    [InlineData("000006 04 00 00000000 0004ffffffff", 0x3, "a window is to have 4294967295 bytes", true)]
    [InlineData("000006 04 00 00000000 000500000001", 0x1, "at most 1 bytes", true)]
    [InlineData("000006 04 00 00000000 000200000001", 0x1, "pushed", true)]
    [InlineData("004001 00 00 00000001", 0x6, "16385 bytes", true)]
    [InlineData("000000 00 00 00000000", 0x1, "request 0 that was never made", true)]
    [InlineData("000001 01 05 00000002 88", 0x1, "request 2 that was never made", true)]
    [InlineData("000001 01 05 00000003 88", 0x1, "request 3 that was never made", true)]
    [InlineData("000001 01 04 00000001 be", 0x9, "index 62", true)]
    [InlineData("000002 01 0c 00000001 0288", 0x1, "more padding than payload", true)]
    [InlineData("000000 01 0c 00000001", 0x6, "length of its kind", true)]
    [InlineData("000001 01 00 00000001 88 000000 00 00 00000001", 0x1, "interrupted", true)]
    [InlineData("000001 09 04 00000001 88", 0x1, "never began", true)]
    [InlineData("000004 05 04 00000001 00000002", 0x1, "pushes", true)]
    [InlineData("000003 03 00 00000001 000000", 0x6, "length of its kind", true)]
    [InlineData("000007 06 00 00000000 00000000000000", 0x6, "length of its kind", true)]
    [InlineData("000004 07 00 00000000 00000000", 0x6, "length of its kind", true)]
    [InlineData("000004 08 00 00000000 00000000", 0x3, "grows by 0", true)]
    [InlineData("000004 08 00 00000000 7fffffff", 0x3, "grows by 2147483647", true)]
    [InlineData("000004 08 00 00000001 7fffffff", 0x3, "grows by 2147483647", true)]
    public async Task A_server_that_breaks_the_rules_is_told_so_and_its_calls_fail(string octets, int error, string reason, bool begins)
    {
        var call = CallAsync();
        using var connection = begins ? await _server.AcceptAsync() : await _server.AcceptSilentlyAsync();
        await connection.RequestAsync();
        await connection.SendAsync(Convert.FromHexString(octets.Replace(" ", "", StringComparison.Ordinal)));

        var problem = await Assert.ThrowsAsync<GrpcException>(() => call);

        Assert.Equal(GrpcStatusCode.Unavailable, problem.StatusCode);
        Assert.Contains("does not speak HTTP/2 as it should", problem.Detail, StringComparison.Ordinal);
        Assert.Contains(reason, problem.Detail, StringComparison.Ordinal);
        Assert.Equal((uint)error, (await connection.NextAsync(FrameType.GoAway)).Number(from: 4));
        await connection.EndAsync();
    }

    [Fact]
    public async Task After_a_lost_connection_the_next_call_makes_a_new_one()
    {
        var lost = CallAsync();
        using (var connection = await _server.AcceptAsync())
        {
            await connection.RequestAsync();
        }

        var problem = await Assert.ThrowsAsync<GrpcException>(() => lost);
        Assert.Equal(GrpcStatusCode.Unavailable, problem.StatusCode);

        var next = CallAsync();
        using var other = await _server.AcceptAsync();
        await other.AnswerAsync(await other.RequestAsync(), Yes);
        Assert.True((await next).HasSupport);
    }

    [Fact]
    public async Task Disposing_says_goodbye_and_fails_what_is_under_way_and_what_comes_later()
    {
        var call = CallAsync();
        using var connection = await _server.AcceptAsync();
        await connection.RequestAsync();

        _server.Client.Dispose();

        Assert.Equal(GrpcStatusCode.Unavailable, (await Assert.ThrowsAsync<GrpcException>(() => call)).StatusCode);
        Assert.Equal(GrpcStatusCode.Unavailable, (await Assert.ThrowsAsync<GrpcException>(CallAsync)).StatusCode);
        await connection.NextAsync(FrameType.GoAway);
        await connection.EndAsync();
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:0")]
    [InlineData("127.0.0.1:99999")]
    [InlineData("")]
    public async Task What_is_no_address_is_unavailable(string address)
    {
        using var client = new GrpcClient(address);

        var problem = await Assert.ThrowsAsync<GrpcException>(() => client.CallAsync(EngineMethods.Log, new LogRequest()));

        Assert.Equal(GrpcStatusCode.Unavailable, problem.StatusCode);
        Assert.EndsWith($"http://{address}: that is no address, which must be host:port", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_may_be_named()
    {
        await using var server = new GrpcServer();
        server.Handle(EngineMethods.Log, (_, _) => Task.FromResult(new Empty()));
        var port = (await server.StartAsync()).Split(':')[1];
        using var client = new GrpcClient("localhost:" + port);

        Assert.Equal(new Empty(), await client.CallAsync(EngineMethods.Log, new LogRequest()));
    }

    [Fact]
    public async Task Calls_of_all_sizes_from_many_threads_come_back_each_with_its_own_answer()
    {
        await using var server = new GrpcServer();
        server.Handle(EngineMethods.SetRootResource, (_, _) => Task.FromResult(new SetRootResourceResponse()));
        server.Handle(ResourceMonitorMethods.RegisterResource, (request, _) => Task.FromResult(new RegisterResourceResponse { Urn = request.Name, Id = request.Type }));
        using var client = new GrpcClient(await server.StartAsync());

        await Parallel.ForEachAsync(Enumerable.Range(0, 3_000), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, cancellation) =>
        {
            var text = new string((char)('a' + (i % 26)), i % 50 == 0 ? 300_000 : i * 7 % 2_000);
            var answer = await client.CallAsync(ResourceMonitorMethods.RegisterResource, new() { Name = $"{i}", Type = text }, cancellation);
            Assert.Equal(($"{i}", text), (answer.Urn, answer.Id));
        });
    }

    private Task<SupportsFeatureResponse> CallAsync() =>
        _server.Client.CallAsync(ResourceMonitorMethods.SupportsFeature, new() { Id = "x" });
}
