using System.Collections.Concurrent;
using Platform.Engine.Monitor;
using Platform.Engine.Wire;
using Platform.Protocol;

namespace Platform.Engine.Components;

/// <summary>Makes remote components with the processes a person named for their packages.</summary>
/// <param name="session">The run.</param>
/// <param name="commands">Package name to command.</param>
/// <param name="directory">Where the commands run.</param>
internal sealed class ComponentHost(Session session, IReadOnlyDictionary<string, string> commands, string directory) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<ComponentProcess>>> _processes = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _end = new();

    /// <summary>The address of our own server; the processes register what they make there.</summary>
    public string Address { get; set; } = "";

    /// <summary>Whether somebody named a process for the package of a type.</summary>
    public bool Makes(string type) => commands.ContainsKey(PackageOf(type));

    /// <summary>Makes a component: its process registers it, and everything below it, with us.</summary>
    public async Task<RegisterResourceResponse> ConstructAsync(RegisterResourceRequest request, CancellationToken cancellationToken)
    {
        var process = await ProcessAsync(PackageOf(request.Type)).WaitAsync(cancellationToken).ConfigureAwait(false);
        var answer = await process.CallAsync(ProviderMethods.Construct, Question(request), cancellationToken).ConfigureAwait(false);
        if (session.Find(answer.Urn) is null)
        {
            throw new GrpcException(GrpcStatusCode.FailedPrecondition, $"the process for '{request.Type}' says that it made '{answer.Urn}', but did not register it");
        }

        var response = new RegisterResourceResponse { Urn = answer.Urn, Object = WireValue.OrEmpty(answer.State), Result = Result.Success };
        foreach (var (property, urns) in answer.StateDependencies)
        {
            response.PropertyDependencies.Add(property, new RegisterResourceResponse.Types.PropertyDependencies { Urns = { urns.Urns } });
        }

        return response;
    }

    /// <summary>Runs a method of a component.</summary>
    public async Task<CallResponse> CallAsync(ResourceCallRequest request, CancellationToken cancellationToken)
    {
        var process = await ProcessAsync(PackageOf(request.Tok)).WaitAsync(cancellationToken).ConfigureAwait(false);
        var question = new CallRequest
        {
            Tok = request.Tok, Args = request.Args, Project = session.Project, Stack = session.Stack, Organization = ProgramVariables.Organization,
            DryRun = true, Parallel = MonitorServer.Parallel, MonitorEndpoint = Address, AcceptsOutputValues = true,
            Config = { Config }, ConfigSecretKeys = { session.Config.SecretKeys },
        };
        foreach (var (property, urns) in request.ArgDependencies)
        {
            question.ArgDependencies.Add(property, new RegisterResourceRequest.Types.PropertyDependencies { Urns = { urns.Urns } });
        }

        return await process.CallAsync(ProviderMethods.Call, question, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        foreach (var process in _processes.Values.Where(process => process.IsValueCreated))
        {
            try
            {
                await (await process.Value.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception problem) when (problem is GrpcException or OperationCanceledException or PlanRequestException)
            {
                // It never served; whoever asked for it was told.
            }
        }

        _end.Dispose();
    }

    private Dictionary<string, string> Config => session.Config.Values.ToDictionary(entry => entry.Key, entry => entry.Value.Text);

    private Task<ComponentProcess> ProcessAsync(string package) => _processes.GetOrAdd(
        package, name => new(() => ComponentProcess.StartAsync(name, commands[name], directory, Address, _end.Token))).Value;

    private ConstructRequest Question(RegisterResourceRequest request)
    {
        var question = new ConstructRequest
        {
            Project = session.Project, Stack = session.Stack, Organization = ProgramVariables.Organization, DryRun = true, Parallel = MonitorServer.Parallel,
            MonitorEndpoint = Address, Config = { Config }, ConfigSecretKeys = { session.Config.SecretKeys },
            Type = request.Type, Name = request.Name, Parent = request.Parent, Inputs = WireValue.OrEmpty(request.Object), InputDependencies = { request.PropertyDependencies },
            Providers = { request.Providers }, Dependencies = { request.Dependencies }, Aliases = { request.Aliases }, IgnoreChanges = { request.IgnoreChanges },
            ReplaceOnChanges = { request.ReplaceOnChanges }, AdditionalSecretOutputs = { request.AdditionalSecretOutputs }, DeletedWith = request.DeletedWith,
            ReplaceWith = { request.ReplaceWith }, CustomTimeouts = request.CustomTimeouts, ResourceHooks = request.Hooks, ReplacementTrigger = request.ReplacementTrigger,
            AcceptsOutputValues = true,
        };
        if (request.HasProtect)
        {
            question.Protect = request.Protect;
        }

        if (request.HasRetainOnDelete)
        {
            question.RetainOnDelete = request.RetainOnDelete;
        }

        if (request.DeleteBeforeReplaceDefined)
        {
            question.DeleteBeforeReplace = request.DeleteBeforeReplace;
        }

        return question;
    }

    private static string PackageOf(string token) => token.Split(':')[0];
}
