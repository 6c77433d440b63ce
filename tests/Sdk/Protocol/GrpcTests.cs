using System.Net;
using System.Net.Sockets;
using Google.Protobuf.WellKnownTypes;
using Platform.Protocol;

namespace Platform.Tests.Sdk.Protocol;

public class GrpcTests
{
    [Fact]
    public async Task An_answer_comes_back_as_it_was_sent()
    {
        await using var server = new GrpcServer();
        server.Handle(ResourceMonitorMethods.RegisterResource, (request, _) =>
            Task.FromResult(new RegisterResourceResponse { Urn = "urn:" + request.Name, Object = request.Object }));
        using var client = new GrpcClient(await server.StartAsync());

        var answer = await client.CallAsync(ResourceMonitorMethods.RegisterResource, new RegisterResourceRequest
        {
            Name = "größe\0∞",
            Object = new Struct { Fields = { ["a"] = Value.ForNull(), ["b"] = Value.ForNumber(0.1) } },
        });

        Assert.Equal("urn:größe\0∞", answer.Urn);
        Assert.Equal(Value.KindOneofCase.NullValue, answer.Object.Fields["a"].KindCase);
        Assert.Equal(0.1, answer.Object.Fields["b"].NumberValue);
    }

    [Theory]
    [InlineData(GrpcStatusCode.InvalidArgument, "plain")]
    [InlineData(GrpcStatusCode.Unimplemented, "100 %: über\nzwei Zeilen: a/b?c=d")]
    [InlineData(GrpcStatusCode.FailedPrecondition, "")]
    [InlineData((GrpcStatusCode)99, "a number of tomorrow")]
    public async Task An_error_keeps_its_status_and_its_text(GrpcStatusCode status, string detail)
    {
        await using var server = new GrpcServer();
        server.Handle(EngineMethods.Log, (_, _) => throw new GrpcException(status, detail));
        using var client = new GrpcClient(await server.StartAsync());

        var problem = await Assert.ThrowsAsync<GrpcException>(() => client.CallAsync(EngineMethods.Log, new LogRequest()));

        Assert.Equal((status, detail), (problem.StatusCode, problem.Detail));
    }

    [Fact]
    public async Task A_handler_that_throws_answers_unknown_with_the_message()
    {
        await using var server = new GrpcServer();
        server.Handle(EngineMethods.Log, (_, _) => throw new InvalidOperationException("no room"));
        using var client = new GrpcClient(await server.StartAsync());

        var problem = await Assert.ThrowsAsync<GrpcException>(() => client.CallAsync(EngineMethods.Log, new LogRequest()));

        Assert.Equal((GrpcStatusCode.Unknown, "no room"), (problem.StatusCode, problem.Detail));
    }

    [Fact]
    public async Task A_method_nobody_handles_is_unimplemented()
    {
        await using var server = new GrpcServer();
        using var client = new GrpcClient(await server.StartAsync());

        var problem = await Assert.ThrowsAsync<GrpcException>(() => client.CallAsync(EngineMethods.Log, new LogRequest()));

        Assert.Equal(GrpcStatusCode.Unimplemented, problem.StatusCode);
        Assert.Contains("/pulumirpc.Engine/Log", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_thousand_calls_at_once_all_come_back_though_each_waits_for_the_last()
    {
        const int Calls = 2_000;
        var arrived = 0;
        var everybody = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new GrpcServer();
        server.Handle(ResourceMonitorMethods.SupportsFeature, async (request, _) =>
        {
            if (Interlocked.Increment(ref arrived) == Calls)
            {
                everybody.SetResult();
            }

            await everybody.Task;
            return new SupportsFeatureResponse { HasSupport = request.Id == "odd" };
        });
        using var client = new GrpcClient(await server.StartAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, Calls).Select(i => client.CallAsync(
            ResourceMonitorMethods.SupportsFeature, new SupportsFeatureRequest { Id = i % 2 == 1 ? "odd" : "even" })));

        Assert.Equal(Calls / 2, answers.Count(answer => answer.HasSupport));
    }

    [Fact]
    public async Task A_message_of_forty_megabytes_passes_both_ways()
    {
        var text = new string('x', 40 * 1024 * 1024);
        await using var server = new GrpcServer();
        server.Handle(EngineMethods.SetRootResource, (_, _) => Task.FromResult(new SetRootResourceResponse()));
        server.Handle(EngineMethods.GetRootResource, (_, _) => Task.FromResult(new GetRootResourceResponse { Urn = text }));
        using var client = new GrpcClient(await server.StartAsync());

        await client.CallAsync(EngineMethods.SetRootResource, new SetRootResourceRequest { Urn = text });
        var answer = await client.CallAsync(EngineMethods.GetRootResource, new GetRootResourceRequest());

        Assert.Equal(text.Length, answer.Urn.Length);
    }

    [Fact]
    public async Task A_value_nested_three_hundred_deep_passes()
    {
        var value = Value.ForString("bottom");
        for (var depth = 0; depth < 300; depth++)
        {
            value = Value.ForStruct(new Struct { Fields = { ["down"] = value } });
        }

        await using var server = new GrpcServer();
        server.Handle(ResourceMonitorMethods.RegisterResourceOutputs, (request, _) =>
            request.Outputs.Fields.ContainsKey("down") ? Task.FromResult(new Empty()) : throw new InvalidOperationException("lost"));
        using var client = new GrpcClient(await server.StartAsync());

        await client.CallAsync(ResourceMonitorMethods.RegisterResourceOutputs, new RegisterResourceOutputsRequest { Outputs = value.StructValue });
    }

    [Fact]
    public async Task Nobody_listening_is_unavailable_and_names_the_method_and_the_address()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));      // so that nobody else comes to listen there
        using var client = new GrpcClient($"{taken.LocalEndPoint}");

        var problem = await Assert.ThrowsAsync<GrpcException>(() => client.CallAsync(EngineMethods.Log, new LogRequest()));

        Assert.Equal(GrpcStatusCode.Unavailable, problem.StatusCode);
        Assert.StartsWith("pulumirpc.Engine/Log at http://127.0.0.1:", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_goes_away_ends_the_calls_in_flight()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = new GrpcServer();
        server.Handle(ResourceMonitorMethods.SignalAndWaitForShutdown, async (_, aborted) =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, aborted);
            return new Empty();
        });
        using var client = new GrpcClient(await server.StartAsync());
        var call = client.CallAsync(ResourceMonitorMethods.SignalAndWaitForShutdown, new Empty());
        await arrived.Task;

        await server.DisposeAsync();

        var problem = await Assert.ThrowsAsync<GrpcException>(() => call);
        Assert.True(problem.StatusCode is GrpcStatusCode.Unavailable or GrpcStatusCode.Cancelled, problem.Message);
    }

    [Fact]
    public async Task Giving_up_ends_the_call_on_both_sides()
    {
        var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new GrpcServer();
        using var patience = new CancellationTokenSource();
        server.Handle(ResourceMonitorMethods.SignalAndWaitForShutdown, async (_, gone) =>
        {
            gone.Register(aborted.SetResult);
            await patience.CancelAsync();
            await aborted.Task;
            return new Empty();
        });
        using var client = new GrpcClient(await server.StartAsync());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.CallAsync(ResourceMonitorMethods.SignalAndWaitForShutdown, new Empty(), patience.Token));
        await aborted.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Bytes_that_are_no_message_are_refused_and_the_server_goes_on()
    {
        await using var server = new GrpcServer();
        server.Handle(EngineMethods.Log, (_, _) => Task.FromResult(new Empty()));
        var address = await server.StartAsync();

        Assert.Equal("13", await StatusOfRawAsync(address, [0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF]));
        Assert.Equal("13", await StatusOfRawAsync(address, [0, 0]));
        Assert.Equal("13", await StatusOfRawAsync(address, [0, 0, 0, 0, 9, 1]));
        Assert.Equal("13", await StatusOfRawAsync(address, []));
        Assert.Equal("12", await StatusOfRawAsync(address, [1, 0, 0, 0, 0]));
        Assert.Equal("8", await StatusOfRawAsync(address, [0, 0xFF, 0xFF, 0xFF, 0xFF]));
        Assert.Equal("0", await StatusOfRawAsync(address, [0, 0, 0, 0, 0]));
    }

    [Theory]
    [InlineData("not implemented: a/b")]
    [InlineData("100 %")]
    [InlineData("%zz %4")]
    [InlineData("žluťoučký kůň 🐎")]
    [InlineData("")]
    public void Text_survives_percent_encoding(string text) =>
        Assert.Equal(text, GrpcFraming.PercentDecode(GrpcFraming.PercentEncode(text)));

    [Fact]
    public void Only_what_the_protocol_asks_for_is_escaped() =>
        Assert.Equal("a b:c/d?%25 %C3%BC%0A", GrpcFraming.PercentEncode("a b:c/d?% ü\n"));

    private static async Task<string> StatusOfRawAsync(string address, byte[] body)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{address}/pulumirpc.Engine/Log")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body),
        };
        using var response = await http.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
        return (response.Headers.TryGetValues("grpc-status", out var early) ? early : response.TrailingHeaders.GetValues("grpc-status")).Single();
    }
}
