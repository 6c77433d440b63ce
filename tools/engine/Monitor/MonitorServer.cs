using Google.Protobuf.WellKnownTypes;
using Platform.Engine.Monitor.Callbacks;
using Platform.Engine.Wire;
using Platform.Graph;
using Platform.Protocol;

namespace Platform.Engine.Monitor;

/// <summary>The services a program talks to: <c>ResourceMonitor</c> and <c>Engine</c>, on one port of this machine.</summary>
internal sealed class MonitorServer : IAsyncDisposable
{
    /// <summary>The version of Pulumi that is answered to programs that ask for one.</summary>
    public const string PulumiVersion = "3.259.0";

    /// <summary>How many operations a program may run at once.</summary>
    public const int Parallel = 64;

    private static readonly Dictionary<string, ResourceMonitorFeature> Features = new(StringComparer.Ordinal)
    {
        ["secrets"] = ResourceMonitorFeature.Secrets,
        ["resourceReferences"] = ResourceMonitorFeature.ResourceReferences,
        ["outputValues"] = ResourceMonitorFeature.OutputValues,
        ["aliasSpecs"] = ResourceMonitorFeature.AliasSpecs,
        ["replacementTrigger"] = ResourceMonitorFeature.ReplacementTrigger,
        ["deletedWith"] = ResourceMonitorFeature.DeletedWith,
        ["replaceWith"] = ResourceMonitorFeature.ReplaceWith,
        ["transforms"] = ResourceMonitorFeature.Transforms,
        ["invokeTransforms"] = ResourceMonitorFeature.InvokeTransforms,
        ["parameterization"] = ResourceMonitorFeature.Parameterization,
        ["resourceHooks"] = ResourceMonitorFeature.ResourceHooks,
        ["errorHooks"] = ResourceMonitorFeature.ErrorHooks,
        ["sendsOptionsToHooks"] = ResourceMonitorFeature.SendsOptionsToHooks,
        ["stateMigrations"] = ResourceMonitorFeature.StateMigrations,
    };

    private readonly Session _session;
    private readonly CallbackClient _callbacks;
    private readonly GrpcServer _server;

    public MonitorServer(Session session, Registrar registrar, Invokes invokes, CallbackClient callbacks)
    {
        _session = session;
        _callbacks = callbacks;
        _server = new GrpcServer()
            .Handle(ResourceMonitorMethods.GetDeploymentInfo, (_, _) => Task.FromResult(Info()))
            .Handle(ResourceMonitorMethods.SupportsFeature, (request, _) => Task.FromResult(new SupportsFeatureResponse { HasSupport = Features.ContainsKey(request.Id) }))
            .Handle(ResourceMonitorMethods.RegisterResource, registrar.RegisterAsync)
            .Handle(ResourceMonitorMethods.RegisterResourceOutputs, (request, _) => Task.FromResult(registrar.RegisterOutputs(request)))
            .Handle(ResourceMonitorMethods.ReadResource, (request, _) => Task.FromResult(registrar.Read(request)))
            .Handle(ResourceMonitorMethods.Invoke, invokes.InvokeAsync)
            .Handle(ResourceMonitorMethods.Call, invokes.CallAsync)
            .Handle(ResourceMonitorMethods.RegisterPackage, (request, _) => Task.FromResult(RegisterPackage(request)))
            .Handle(ResourceMonitorMethods.RegisterStackTransform, (request, _) => Done(() => AddTransform(request, session.AddStackTransform)))
            .Handle(ResourceMonitorMethods.RegisterStackInvokeTransform, (request, _) => Done(() => AddTransform(request, session.AddInvokeTransform)))
            .Handle(ResourceMonitorMethods.RegisterResourceHook, (request, _) => Done(() => RegisterHook(request)))
            .Handle(ResourceMonitorMethods.RegisterErrorHook, (request, _) => Done(() => RegisterHook(new() { Name = request.Name, Callback = request.Callback })))
            .Handle(ResourceMonitorMethods.SignalAndWaitForShutdown, (_, _) => Task.FromResult(new Empty()))
            .Handle(EngineMethods.Log, (request, _) => Done(() => Log(request)))
            .Handle(EngineMethods.SetRootResource, (request, _) => Task.FromResult(SetRoot(request)))
            .Handle(EngineMethods.GetRootResource, (_, _) => Task.FromResult(new GetRootResourceResponse { Urn = session.RootUrn }))
            .Handle(EngineMethods.StartDebugging, (_, _) => Task.FromResult(new Empty()))   // nobody here attaches a debugger
            .Handle(EngineMethods.RequirePulumiVersion, (request, _) => Task.FromResult(RequireVersion(request)));
    }

    /// <summary>Takes a port and returns the address; who connects is answered once the server has started.</summary>
    public string Listen() => _server.Listen();

    /// <summary>Starts serving.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => _server.StartAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync().ConfigureAwait(false);
        _callbacks.Dispose();
    }

    private DeploymentInfo Info() => new()
    {
        Project = _session.Project,
        Stack = _session.Stack,
        Organization = ProgramVariables.Organization,
        DryRun = true,
        Parallel = Parallel,
        Config = { _session.Config.Values.ToDictionary(entry => entry.Key, entry => entry.Value.Text) },
        ConfigSecretKeys = { _session.Config.SecretKeys },
        SupportedFeatures = { Features.Values },
    };

    private RegisterPackageResponse RegisterPackage(RegisterPackageRequest request)
    {
        var package = Package.Of(request);
        _session.Packages.TryAdd(package.Reference, package);
        return new RegisterPackageResponse { Ref = package.Reference };
    }

    private static void AddTransform(Callback callback, Action<Callback> add)
    {
        CallbackClient.Check(callback);
        add(callback);
    }

    private void RegisterHook(RegisterResourceHookRequest request)
    {
        if (request.Name.Length == 0)
        {
            throw new GrpcException(GrpcStatusCode.InvalidArgument, "a hook needs a name");
        }

        if (!_session.Hooks.TryAdd(request.Name, request))
        {
            throw new GrpcException(GrpcStatusCode.InvalidArgument, $"a hook named '{request.Name}' is registered already; give one of them another name");
        }
    }

    private void Log(LogRequest request)
    {
        if (request.Severity == LogSeverity.Debug || request.Ephemeral && request.Severity != LogSeverity.Error)
        {
            return;   // a status line of the moment, or noise: six lines per resource in the official SDK
        }

        var severity = request.Severity switch
        {
            LogSeverity.Info => Severity.Info,
            LogSeverity.Warning => Severity.Warning,
            _ => Severity.Error,
        };
        _session.Log(severity, request.Message, request.Urn.Length > 0 ? request.Urn : null);
    }

    private SetRootResourceResponse SetRoot(SetRootResourceRequest request)
    {
        if (!Urn.IsValid(request.Urn))
        {
            throw new GrpcException(GrpcStatusCode.InvalidArgument, $"'{request.Urn}' is no URN, so it cannot be the root resource");
        }

        _session.RootUrn = request.Urn;
        return new SetRootResourceResponse();
    }

    private static RequirePulumiVersionResponse RequireVersion(RequirePulumiVersionRequest request)
    {
        if (VersionRange.TryParse(request.PulumiVersionRange) is not { } range)
        {
            throw new GrpcException(GrpcStatusCode.InvalidArgument, $"'{request.PulumiVersionRange}' is no version range; write one such as >=3.100.0 <4.0.0");
        }

        return range.Contains(Version.Parse(PulumiVersion))
            ? new RequirePulumiVersionResponse()
            : throw new GrpcException(GrpcStatusCode.FailedPrecondition, $"Pulumi CLI version {PulumiVersion} does not satisfy the version range \"{request.PulumiVersionRange}\"");
    }

    private static Task<Empty> Done(Action action)
    {
        action();
        return Task.FromResult(new Empty());
    }
}
