using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Platform.Protocol;

namespace Platform.Benchmarks;

/// <summary>The least an engine can do: it echoes inputs and notes when the first custom resource arrived.</summary>
internal sealed class Monitor : IAsyncDisposable
{
    private readonly GrpcServer _server = new();
    private long _firstRegistration;
    private int _registrations;

    /// <summary>When the first resource that is not the stack was registered, as a <see cref="Stopwatch"/> timestamp.</summary>
    public long FirstRegistration => Interlocked.Read(ref _firstRegistration);

    /// <summary>How many resources were registered, the stack and components included.</summary>
    public int Registrations => Volatile.Read(ref _registrations);

    public Task<string> StartAsync()
    {
        _server.Handle(ResourceMonitorMethods.SupportsFeature, (_, _) => Task.FromResult(new SupportsFeatureResponse { HasSupport = true }));
        _server.Handle(ResourceMonitorMethods.RegisterResource, (request, _) => Task.FromResult(Register(request)));
        _server.Handle(ResourceMonitorMethods.RegisterResourceOutputs, (_, _) => Task.FromResult(new Empty()));
        _server.Handle(ResourceMonitorMethods.SignalAndWaitForShutdown, (_, _) => Task.FromResult(new Empty()));
        _server.Handle(EngineMethods.Log, (_, _) => Task.FromResult(new Empty()));
        return _server.StartAsync();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private RegisterResourceResponse Register(RegisterResourceRequest request)
    {
        Interlocked.Increment(ref _registrations);
        var answer = new RegisterResourceResponse { Urn = $"urn:pulumi:bench::bench::{request.Type}::{request.Name}" };
        if (request.Custom)
        {
            Interlocked.CompareExchange(ref _firstRegistration, Stopwatch.GetTimestamp(), 0);
            answer.Id = request.Name + "-id";
            answer.Object = request.Object.Clone();
            answer.Object.Fields["arn"] = Value.ForString("arn:bench:" + request.Name);
        }

        return answer;
    }
}
