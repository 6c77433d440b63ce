using System.Diagnostics.CodeAnalysis;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A run of a program: makes the resources that the program asks for.</summary>
/// <example><code>return await Deployment.RunAsync&lt;MyStack&gt;();</code></example>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<Deployment?> Running = new();

    private Callbacks? _callbacks;

    internal Deployment(RunSettings settings, IMonitor monitor, IEngine engine)
    {
        Settings = settings;
        Monitor = monitor;
        Engine = engine;
        Features = new(monitor);
        Logger = new(engine, Work, Secrets);
        Packages = new(monitor, Features);
        Hooks = new(this);
        Transforms = new(this);
        Handle = new(this);
        foreach (var text in settings.Config.SecretTexts)
        {
            Secrets.Add(text);
        }
    }

    /// <summary>The deployment that the calling code is part of.</summary>
    /// <exception cref="InvalidOperationException">It is part of none: it does not run inside <c>RunAsync</c>.</exception>
    public static DeploymentInstance Instance => Required.Handle;

    internal static Deployment? Current => Running.Value;

    internal static Deployment Required =>
        Running.Value ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    internal RunSettings Settings { get; }

    internal IMonitor Monitor { get; }

    internal IEngine Engine { get; }

    internal Features Features { get; }

    internal PendingWork Work { get; } = new();

    internal Secrets Secrets { get; } = new();

    internal EngineLogger Logger { get; }

    internal PackageRegistry Packages { get; }

    internal HookRegistry Hooks { get; }

    internal TransformRegistry Transforms { get; }

    internal Stack? Stack { get; set; }

    /// <summary>Whether mocks answer instead of an engine.</summary>
    internal bool IsTest => Settings.Monitor.Length == 0;

    // The server behind it is only loaded by programs that have something to be called for.
    internal Callbacks Callbacks => LazyInitializer.EnsureInitialized(ref _callbacks, static () => new Callbacks());

    private DeploymentInstance Handle { get; }

    /// <summary>Fails the deployment unless the CLI has a version in the range.</summary>
    /// <param name="pulumiVersionRange">
    /// Versions, such as <c>&gt;=3.200.0</c>; conditions with a blank between them must all hold, of those around <c>||</c> one must.
    /// </param>
    public static Task RequirePulumiVersionAsync(string pulumiVersionRange)
    {
        var answer = Required.Engine.RequirePulumiVersionAsync(pulumiVersionRange);
        Track(answer);
        return answer;
    }

    /// <summary>Waits until everything the program has begun so far is registered, or something has failed.</summary>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "The official signature.")]
    public Task AwaitPendingRegistrations() => Work.WhenOnlyProgramIsLeftAsync();

    /// <summary>Whether the engine can change calls of provider functions by <see cref="InvokeTransform"/>.</summary>
    public Task<bool> MonitorSupportsInvokeTransforms() => Features.SupportsAsync(Feature.InvokeTransforms).AsTask();

    /// <summary>Whether the engine can call a <see cref="ResourceHook"/>.</summary>
    public Task<bool> MonitorSupportsResourceHooks() => Features.SupportsAsync(Feature.ResourceHooks).AsTask();

    /// <summary>Changes all later calls of provider functions in this deployment.</summary>
    /// <param name="transform">What to change.</param>
    public void RegisterInvokeTransform(InvokeTransform transform) => Transforms.RegisterInvokeTransform(transform);

    /// <summary>Lets the running deployment, if there is one, wait for a task and fail with it.</summary>
    internal static void Track(Task task) => Running.Value?.Work.Track(task);

    /// <summary>Runs code inside this deployment; what it starts belongs to it too.</summary>
    internal async Task<T> EnterAsync<T>(Func<Task<T>> code)
    {
        if (Running.Value is not null)
        {
            throw new InvalidOperationException("A deployment cannot be started inside another one; await the first before starting the second.");
        }

        Running.Value = this;
        return await code().ConfigureAwait(false);
    }

    internal void Register(Resource resource, ResourceArgs args, ResourceOptions options, RegisterPackageRequest? package)
    {
        var outputs = new ResourceOutputs(this, resource);
        Work.Track(new ResourceRegistration(this, resource, args, options, package).RunAsync(outputs));
    }

    internal void RegisterOutputs(Resource resource, Output<IDictionary<string, object?>> outputs) =>
        Work.Track(RegisterOutputsAsync(resource, outputs));

    internal async ValueTask DisposeCallbacksAsync()
    {
        if (_callbacks is { } callbacks)
        {
            await callbacks.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task RegisterOutputsAsync(Resource resource, Output<IDictionary<string, object?>> source)
    {
        var outputs = await source.GetValueAsync().ConfigureAwait(false) ?? new Dictionary<string, object?>();
        var arguments = new Argument[outputs.Count];
        var count = 0;
        foreach (var (name, value) in outputs)
        {
            arguments[count++] = new(name, value, Json: false);
        }

        var properties = await SerializedProperties.OfAsync(Features, arguments, SerializerOptions.Plain).ConfigureAwait(false);
        var urn = await resource.Urn.GetValueAsync().ConfigureAwait(false);
        await Monitor.RegisterResourceOutputsAsync(new() { Urn = urn, Outputs = properties.Object }).ConfigureAwait(false);
    }
}
