using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Platform.Protocol;
using Pulumi.Serialization;

namespace Pulumi.Testing;

/// <summary>Asks mocks instead of an engine.</summary>
internal sealed class MockMonitor : IMonitor
{
    private static readonly ValueConverter Untyped = ValueConverter.For(typeof(object));

    private readonly IMocks _mocks;
    private readonly RunSettings _settings;
    private readonly Features _features;
    private readonly ConcurrentDictionary<string, (string Id, Struct State)> _registered = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly List<Resource> _resources = [];

    public MockMonitor(IMocks mocks, RunSettings settings)
    {
        _mocks = mocks;
        _settings = settings;
        _features = new(this);
    }

    public ImmutableArray<Resource> Resources
    {
        get
        {
            lock (_gate)
            {
                return [.. _resources];
            }
        }
    }

    // Output values are for components made by plugins, of which a test has none.
    public Task<bool> SupportsFeatureAsync(string feature) => Task.FromResult(feature != Feature.OutputValues);

    public async Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request)
    {
        var urn = NewUrn(request.Parent, request.Type, request.Name);
        if (resource is Stack)
        {
            Add(resource);
            return new() { Urn = urn, Object = new() };
        }

        var (id, state) = await NewResourceAsync(resource, urn, new()
        {
            Type = request.Type,
            Name = request.Name,
            Inputs = ToDictionary(request.Object),
            Provider = request.Provider,
            Id = request.ImportId,
        }).ConfigureAwait(false);
        return new() { Urn = urn, Id = id, Object = state };
    }

    public async Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request)
    {
        var urn = NewUrn(request.Parent, request.Type, request.Name);
        var (_, state) = await NewResourceAsync(resource, urn, new()
        {
            Type = request.Type,
            Name = request.Name,
            Inputs = ToDictionary(request.Properties),
            Provider = request.Provider,
            Id = request.Id,
        }).ConfigureAwait(false);
        return new() { Urn = urn, Properties = state };
    }

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request)
    {
        var outputs = ImmutableDictionary.CreateBuilder<string, Output<object?>>();
        foreach (var (key, value) in request.Outputs.Fields)
        {
            var conversion = new Conversion(key);
            var converted = Untyped.Convert(value, conversion);
            outputs[key] = new(new OutputData<object?>(converted, conversion.Dependencies, conversion.IsKnown, conversion.IsSecret));
        }

        return _mocks.RegisterResourceOutputs(new(request.Urn, outputs.ToImmutable()));
    }

    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request)
    {
        if (request.Tok == "pulumi:pulumi:getResource")
        {
            return new() { Return = Find(request.Args.Fields[Signatures.Urn].StringValue) };
        }

        return new() { Return = await CallAsync(request.Tok, request.Args, request.Provider).ConfigureAwait(false) };
    }

    public async Task<CallResponse> CallAsync(ResourceCallRequest request) =>
        new() { Return = await CallAsync(request.Tok, request.Args, request.Provider).ConfigureAwait(false) };

    public Task<string> RegisterPackageAsync(Platform.Protocol.RegisterPackageRequest request) =>
        Task.FromResult($"{request.Name}-{request.Version}");

    public Task RegisterStackInvokeTransformAsync(Callback callback) => Task.CompletedTask;

    public Task RegisterResourceHookAsync(RegisterResourceHookRequest request) => Task.CompletedTask;

    public Task RegisterErrorHookAsync(RegisterErrorHookRequest request) => Task.CompletedTask;

    public Task SignalAndWaitForShutdownAsync() => Task.CompletedTask;

    private static ImmutableDictionary<string, object> ToDictionary(Struct? properties)
    {
        var result = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (key, value) in properties?.Fields ?? [])
        {
            var conversion = new Conversion(key);
            if (Untyped.Convert(value, conversion) is { } converted && conversion.IsKnown)
            {
                result[key] = converted;
            }
        }

        return result.ToImmutable();
    }

    private async Task<(string Id, Struct State)> NewResourceAsync(Resource resource, string urn, MockResourceArgs args)
    {
        var (id, state) = await _mocks.NewResourceAsync(args).ConfigureAwait(false);
        var answer = (id ?? args.Id ?? "", await ToStructAsync(state).ConfigureAwait(false));
        _registered[urn] = answer;
        Add(resource);
        return answer;
    }

    private async Task<Struct> CallAsync(string token, Struct? args, string provider) => await ToStructAsync(await _mocks.CallAsync(new()
    {
        Token = token,
        Args = ToDictionary(args),
        Provider = provider,
    }).ConfigureAwait(false)).ConfigureAwait(false);

    private Struct Find(string urn)
    {
        var (id, state) = _registered.TryGetValue(urn, out var known)
            ? known
            : throw new InvalidOperationException($"no resource {urn} was registered in this test");
        return new()
        {
            Fields =
            {
                [Signatures.Urn] = Value.ForString(urn),
                [Signatures.Id] = Value.ForString(id),
                ["state"] = Value.ForStruct(state),
            },
        };
    }

    private async Task<Struct> ToStructAsync(object state)
    {
        var serializer = new Serializer(_features, SerializerOptions.Plain);
        serializer.Reset("state");
        var value = await serializer.SerializeAsync(state).ConfigureAwait(false);
        return value.StructValue
            ?? throw new InvalidOperationException($"A mock must answer with a dictionary, an arguments object or an output type, not {state?.GetType().FullName ?? "null"}.");
    }

    private string NewUrn(string parent, string type, string name)
    {
        // Unlike the engine's URNs, of the parents' types only the first is kept, be it the stack's.
        return parent.Length > 0
            ? $"urn:pulumi:{_settings.Stack}::{_settings.Project}::{FirstTypeIn(parent)}${type}::{name}"
            : $"urn:pulumi:{_settings.Stack}::{_settings.Project}::{type}::{name}";
    }

    private static ReadOnlySpan<char> FirstTypeIn(ReadOnlySpan<char> urn)
    {
        var types = urn[(urn.IndexOf("::") + 2)..];
        types = types[(types.IndexOf("::") + 2)..];
        types = types[..types.IndexOf("::")];
        return types.IndexOf('$') is var end and >= 0 ? types[..end] : types;
    }

    private void Add(Resource resource)
    {
        lock (_gate)
        {
            _resources.Add(resource);
        }
    }
}
