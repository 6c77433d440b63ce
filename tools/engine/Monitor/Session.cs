using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Platform.Engine.Placeholders;
using Platform.Engine.Projects;
using Platform.Graph;
using Platform.Protocol;

namespace Platform.Engine.Monitor;

/// <summary>What one run has told so far. Safe for concurrent use.</summary>
/// <param name="project">The project's name.</param>
/// <param name="stack">The stack's name.</param>
/// <param name="config">The stack's settings.</param>
/// <param name="progress">Told about every registration.</param>
internal sealed class Session(string project, string stack, StackConfig config, IProgress<PlanProgress>? progress)
{
    private readonly ConcurrentDictionary<string, byte> _reserved = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Registration> _registrations = new(StringComparer.Ordinal);
    private readonly MessageLog _messages = new();
    private readonly ConcurrentDictionary<Assumption, byte> _assumptions = new();
    private readonly ConcurrentDictionary<string, byte> _refusals = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<Struct> _seen = [];
    private readonly Lock _transformLock = new();
    private ImmutableArray<Callback> _stackTransforms = [];
    private ImmutableArray<Callback> _invokeTransforms = [];
    private int _stacks;
    private int _count;

    public string Project => project;

    public string Stack => stack;

    public StackConfig Config => config;

    public MarkIndex Marks { get; } = new();

    /// <summary>The root's URN; empty until the program sets it.</summary>
    public string RootUrn { get; set; } = "";

    public ConcurrentDictionary<string, RegisterResourceHookRequest> Hooks { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, Package> Packages { get; } = new(StringComparer.Ordinal);

    /// <summary>The version of the package that a request comes from; <c>null</c> if it names none.</summary>
    public string? VersionOf(string version, string packageReference) =>
        version.Length > 0 ? version
        : Packages.TryGetValue(packageReference, out var package) && package.Version.Length > 0 ? package.Version
        : null;

    public IEnumerable<Registration> Registrations => _registrations.Values;

    public IEnumerable<Diagnostic> Diagnostics => _messages.Messages;

    public IEnumerable<Assumption> Assumptions => _assumptions.Keys;

    /// <summary>Whether the plan is refused for what the engine cannot know.</summary>
    public bool IsRefused => !_refusals.IsEmpty;

    /// <summary>Arguments and answers of data sources: not in the graph, but they may hold secrets.</summary>
    public IEnumerable<Struct> Seen => _seen;

    public ImmutableArray<Callback> StackTransforms => _stackTransforms;

    public ImmutableArray<Callback> InvokeTransforms => _invokeTransforms;

    /// <summary>Takes the place of the stack's own resource, of which there is one; <c>false</c> if it is taken.</summary>
    public bool ReserveStack() => Interlocked.Exchange(ref _stacks, 1) == 0;

    /// <summary>Takes a URN; <c>false</c> if it is taken.</summary>
    public bool Reserve(string urn) => _reserved.TryAdd(urn, 0);

    public void Add(Registration registration)
    {
        _registrations[registration.Urn] = registration;
        progress?.Report(new PlanProgress(PlanPhase.Running, Interlocked.Increment(ref _count)));
    }

    public Registration? Find(string urn) => _registrations.GetValueOrDefault(urn);

    public void Log(Severity severity, string message, string? urn = null) => _messages.Add(new Diagnostic(severity, message, urn));

    public void Assume(string subject, string kind, string detail) => _assumptions.TryAdd(new Assumption(subject, kind, detail), 0);

    /// <summary>Keeps a plan from being made, whatever becomes of the program; said once however often it happens.</summary>
    public void Refuse(string reason)
    {
        if (_refusals.TryAdd(reason, 0))
        {
            Log(Severity.Error, reason);
        }
    }

    public void Saw(Struct? bag)
    {
        if (bag is not null)
        {
            _seen.Add(bag);
        }
    }

    public void AddStackTransform(Callback callback)
    {
        lock (_transformLock)
        {
            _stackTransforms = _stackTransforms.Add(callback);
        }
    }

    public void AddInvokeTransform(Callback callback)
    {
        lock (_transformLock)
        {
            _invokeTransforms = _invokeTransforms.Add(callback);
        }
    }
}
