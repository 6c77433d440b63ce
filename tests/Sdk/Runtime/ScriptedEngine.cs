using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Platform.Protocol;
using Pulumi;
using LogRequest = Platform.Protocol.LogRequest;

namespace Platform.Tests.Sdk.Runtime;

/// <summary>An engine that answers as a test wants and keeps what it was asked, over a real socket.</summary>
internal sealed class ScriptedEngine : IAsyncDisposable
{
    private readonly GrpcServer _server = new();
    private string? _address;

    public ConcurrentQueue<string> Calls { get; } = new();

    public ConcurrentQueue<RegisterResourceRequest> Registrations { get; } = new();

    public ConcurrentQueue<ReadResourceRequest> Reads { get; } = new();

    public ConcurrentQueue<ResourceInvokeRequest> Invokes { get; } = new();

    public ConcurrentQueue<ResourceCallRequest> MethodCalls { get; } = new();

    public ConcurrentQueue<RegisterResourceOutputsRequest> Outputs { get; } = new();

    public ConcurrentQueue<LogRequest> Logs { get; } = new();

    public ConcurrentQueue<Platform.Protocol.RegisterPackageRequest> Packages { get; } = new();

    public ConcurrentQueue<RegisterResourceHookRequest> Hooks { get; } = new();

    public ConcurrentQueue<RegisterErrorHookRequest> ErrorHooks { get; } = new();

    public ConcurrentQueue<Callback> InvokeTransforms { get; } = new();

    public HashSet<string> Unsupported { get; } = [];

    public Func<RegisterResourceRequest, Task<RegisterResourceResponse>>? OnRegister { get; set; }

    public Func<ReadResourceRequest, ReadResourceResponse>? OnRead { get; set; }

    public Func<ResourceInvokeRequest, ResourceInvokeResponse>? OnInvoke { get; set; }

    public Func<ResourceCallRequest, CallResponse>? OnCall { get; set; }

    public Func<Platform.Protocol.RegisterPackageRequest, RegisterPackageResponse>? OnPackage { get; set; }

    public Func<LogRequest, Task>? OnLog { get; set; }

    public Func<Task>? OnShutdown { get; set; }

    public Func<RequirePulumiVersionRequest, RequirePulumiVersionResponse>? OnVersion { get; set; }

    public string Address => _address ?? throw new InvalidOperationException("the engine was not started");

    public IEnumerable<string> Errors => Logs.Where(log => log.Severity == LogSeverity.Error).Select(log => log.Message);

    public static async Task<ScriptedEngine> StartAsync()
    {
        var engine = new ScriptedEngine();
        engine.Serve();
        engine._address = await engine._server.StartAsync();
        return engine;
    }

    /// <summary>The answer a provider that makes everything at once would give: an id, and the inputs as outputs.</summary>
    public static RegisterResourceResponse Created(RegisterResourceRequest request) => new()
    {
        Urn = UrnOf(request.Parent, request.Type, request.Name),
        Id = request.Custom ? request.Name + "-id" : "",
        Object = request.Object.Clone(),
    };

    public static string UrnOf(string parent, string type, string name)
    {
        var above = parent.Length == 0 || parent.Contains(":Stack::", StringComparison.Ordinal) ? "" : parent.Split("::")[2] + "$";
        return $"urn:pulumi:stack::project::{above}{type}::{name}";
    }

    public RegisterResourceRequest Only(string name) => Registrations.Single(request => request.Name == name);

    public RunSettings NewSettings() => new() { Project = "project", Stack = "stack", Monitor = Address, Engine = Address };

    public Task<RunResult> RunAsync(Action program, RunSettings? settings = null) => RunAsync(
        () =>
        {
            program();
            return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
        },
        settings);

    public async Task<RunResult> RunAsync(
        Func<Task<IDictionary<string, object?>>> program, RunSettings? settings = null, StackOptions? options = null) =>
        await RunAsync(StackProgram.Of(program, options), settings);

    public async Task<RunResult> RunAsync(StackProgram program, RunSettings? settings = null)
    {
        using var errors = new StringWriter();
        using var connection = new EngineConnection(settings ?? NewSettings(), () => errors, exit: _ => { });
        var code = await Runner.RunAsync(connection.NewDeployment(), program, connection, () => errors).WaitAsync(TimeSpan.FromMinutes(1));
        return new(code, errors.ToString());
    }

    /// <summary>Calls a function of the program, as the engine does for transforms and hooks.</summary>
    public static async Task<TResponse> CallBackAsync<TRequest, TResponse>(
        Callback callback, TRequest request, Google.Protobuf.MessageParser<TResponse> parser)
        where TRequest : Google.Protobuf.IMessage
        where TResponse : Google.Protobuf.IMessage<TResponse>
    {
        using var client = new GrpcClient(callback.Target);
        var answer = await client.CallAsync(CallbacksMethods.Invoke, new()
        {
            Token = callback.Token,
            Request = Google.Protobuf.MessageExtensions.ToByteString(request),
        });
        return parser.ParseFrom(answer.Response);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private void Serve()
    {
        Handle(ResourceMonitorMethods.SupportsFeature, request =>
        {
            Calls.Enqueue("feature " + request.Id);
            return Task.FromResult(new SupportsFeatureResponse { HasSupport = !Unsupported.Contains(request.Id) });
        });
        Handle(ResourceMonitorMethods.RegisterResource, request =>
        {
            Calls.Enqueue("register " + request.Name);
            Registrations.Enqueue(request);
            return OnRegister?.Invoke(request) ?? Task.FromResult(Created(request));
        });
        Handle(ResourceMonitorMethods.ReadResource, request =>
        {
            Reads.Enqueue(request);
            return Task.FromResult(OnRead?.Invoke(request) ?? new() { Urn = UrnOf("", request.Type, request.Name), Properties = request.Properties });
        });
        Handle(ResourceMonitorMethods.RegisterResourceOutputs, request =>
        {
            Calls.Enqueue("outputs " + request.Urn.Split("::")[^1]);
            Outputs.Enqueue(request);
            return Task.FromResult(new Empty());
        });
        Handle(ResourceMonitorMethods.Invoke, request =>
        {
            Invokes.Enqueue(request);
            return Task.FromResult(OnInvoke?.Invoke(request) ?? new() { Return = request.Args });
        });
        Handle(ResourceMonitorMethods.Call, request =>
        {
            MethodCalls.Enqueue(request);
            return Task.FromResult(OnCall?.Invoke(request) ?? new() { Return = new() });
        });
        Handle(ResourceMonitorMethods.RegisterPackage, request =>
        {
            Packages.Enqueue(request);
            return Task.FromResult(OnPackage?.Invoke(request) ?? new() { Ref = request.Name + "-ref" });
        });
        Handle(ResourceMonitorMethods.RegisterResourceHook, request => Keep(Hooks, request));
        Handle(ResourceMonitorMethods.RegisterErrorHook, request => Keep(ErrorHooks, request));
        Handle(ResourceMonitorMethods.RegisterStackInvokeTransform, request => Keep(InvokeTransforms, request));
        Handle(ResourceMonitorMethods.SignalAndWaitForShutdown, async _ =>
        {
            Calls.Enqueue("shutdown");
            await (OnShutdown?.Invoke() ?? Task.CompletedTask);
            return new Empty();
        });
        Handle(EngineMethods.Log, async request =>
        {
            await (OnLog?.Invoke(request) ?? Task.CompletedTask);
            Logs.Enqueue(request);
            return new Empty();
        });
        Handle(EngineMethods.RequirePulumiVersion, request => Task.FromResult(OnVersion?.Invoke(request) ?? new()));
    }

    private static Task<Empty> Keep<T>(ConcurrentQueue<T> queue, T request)
    {
        queue.Enqueue(request);
        return Task.FromResult(new Empty());
    }

    private void Handle<TRequest, TResponse>(GrpcMethod<TRequest, TResponse> method, Func<TRequest, Task<TResponse>> handler)
        where TRequest : class, Google.Protobuf.IMessage<TRequest>
        where TResponse : class, Google.Protobuf.IMessage<TResponse> =>
        _server.Handle(method, (request, _) => handler(request));
}

/// <summary>How a program ended.</summary>
internal sealed record RunResult(int ExitCode, string StandardError);
