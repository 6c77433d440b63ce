using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Platform.Engine.Components;
using Platform.Engine.Monitor.Callbacks;
using Platform.Engine.Placeholders;
using Platform.Engine.Placeholders.Outputs;
using Platform.Engine.Placeholders.Services;
using Platform.Engine.Wire;
using Platform.Graph;
using Platform.Protocol;

namespace Platform.Engine.Monitor;

/// <summary>Registers and reads resources: identity, inheritance, transforms, hooks, and the answer.</summary>
internal sealed class Registrar(Session session, Transforms transforms, Hooks hooks, Scopes scopes, OutputComposer composer, StackReferences references, ComponentHost components)
{
    private const string ProviderPrefix = "pulumi:providers:";

    public async Task<RegisterResourceResponse> RegisterAsync(RegisterResourceRequest original, CancellationToken cancellationToken)
    {
        var parent = Check(original.Type, original.Name, original.Parent, original.Custom || original.Remote);
        if (original.Remote && components.Makes(original.Type))
        {
            return await components.ConstructAsync(await transforms.ApplyAsync(original, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }

        var urn = Urn.Create(session.Stack, session.Project, parent?.Urn, original.Type, original.Name);
        Reserve(urn, original.Type, original.Name);

        var request = await transforms.ApplyAsync(original, cancellationToken).ConfigureAwait(false);
        hooks.Check(request);
        await hooks.RunAsync(request.Hooks?.BeforeCreate ?? [], request, urn, "", null, cancellationToken).ConfigureAwait(false);

        var registration = Register(request, parent, urn);
        session.Add(registration);
        await hooks.RunAsync(request.Hooks?.AfterCreate ?? [], request, urn, registration.Id, registration.Outputs, cancellationToken).ConfigureAwait(false);
        return new RegisterResourceResponse
        {
            Urn = urn,
            Id = registration.Id,
            Object = registration.Custom ? registration.Outputs : new Struct(),
            Result = Result.Success,
        };
    }

    public Empty RegisterOutputs(RegisterResourceOutputsRequest request)
    {
        var registration = session.Find(request.Urn)
            ?? throw new GrpcException(GrpcStatusCode.InvalidArgument, $"outputs for '{request.Urn}', which was not registered");
        registration.Outputs = OutputValues.Lower(Value.ForStruct(WireValue.OrEmpty(request.Outputs)), static _ => { }).StructValue;
        return new Empty();
    }

    public ReadResourceResponse Read(ReadResourceRequest request)
    {
        var parent = Check(request.Type, request.Name, request.Parent, custom: true);
        var urn = Urn.Create(session.Stack, session.Project, parent?.Urn, request.Type, request.Name);
        Reserve(urn, request.Type, request.Name);

        var package = PackageOf(request.PackageRef, request.Name);
        var inputs = WireValue.OrEmpty(request.Properties);
        var provider = Provider(request.Provider, request.Type, parent);
        var scope = scopes.Of(provider, inputs);
        var version = session.VersionOf(request.Version, request.PackageRef);
        var outputs = request.Type == StackReferences.Type
            ? references.Read(inputs, request.Name)
            : composer.Resource(new Subject(urn, urn, request.Type, request.Name, inputs, request.Id, scope) { Version = version }, request.AdditionalSecretOutputs).Outputs;
        session.Add(new Registration
        {
            Urn = urn,
            Type = request.Type,
            Name = request.Name,
            Parent = parent?.Urn,
            Provider = provider,
            Custom = true,
            External = true,
            Id = request.Id,
            Region = RegionOf(request.Type, scope),
            Inputs = inputs,
            Outputs = outputs,
            Dependencies = Urns(request.Dependencies),
            Settings = new ResourceSettings
            {
                AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
                Version = Text(request.Version) ?? Text(package?.Version),
                PluginDownloadUrl = Text(request.PluginDownloadURL) ?? Text(package?.DownloadUrl),
            },
        });
        return new ReadResourceResponse { Urn = urn, Properties = outputs };
    }

    private Registration Register(RegisterResourceRequest request, Registration? parent, string urn)
    {
        var (inputs, properties) = Lower(request);
        var provider = request.Custom && !request.Type.StartsWith(ProviderPrefix, StringComparison.Ordinal)
            ? Provider(request.Provider, request.Type, parent)
            : null;
        var settings = Settings.Of(request, parent, urn, PackageOf(request.PackageRef, request.Name), session);
        var scope = scopes.Of(provider, inputs);
        var (id, outputs) = Answer(request, urn, inputs, settings, scope);
        return new Registration
        {
            Urn = urn,
            Type = request.Type,
            Name = request.Name,
            Parent = parent?.Urn,
            Provider = provider,
            ChildProviders = ChildProviders(request, parent),
            Custom = request.Custom,
            Remote = request.Remote,
            Id = id,
            Region = request.Custom ? RegionOf(request.Type, scope) : null,
            Inputs = inputs,
            Outputs = outputs,
            Dependencies = Urns(request.Dependencies.Concat(properties.Values.SelectMany(urns => urns))),
            PropertyDependencies = properties,
            ReplacementTrigger = request.ReplacementTrigger is { KindCase: not (Value.KindOneofCase.None or Value.KindOneofCase.NullValue) } trigger ? OutputValues.Lower(trigger, static _ => { }) : null,
            Settings = settings,
            Transforms = [.. request.Transforms],
        };
    }

    private (string Id, Struct Outputs) Answer(RegisterResourceRequest request, string urn, Struct inputs, ResourceSettings settings, CloudScope scope)
    {
        if (!request.Custom)
        {
            return ("", new Struct());
        }

        if (request.Type.StartsWith(ProviderPrefix, StringComparison.Ordinal))
        {
            return (Signatures.Unknown, inputs.Clone());   // what the real engine's preview gives a provider
        }

        Assume(request.Type, scope);
        var subject = new Subject(urn, urn, request.Type, request.Name, inputs, settings.ImportId, scope) { Version = settings.Version };
        if (!composer.Knows(subject))
        {
            session.Assume(request.Type, "unknown", "nothing declares this type: what it is given is all that is known of it");
        }

        return composer.Resource(subject, settings.AdditionalSecretOutputs);
    }

    private void Assume(string type, CloudScope scope)
    {
        if (!type.StartsWith("aws:", StringComparison.Ordinal))
        {
            return;
        }

        if (scope.RegionIsAssumed)
        {
            session.Assume("aws:region", "placeholder", $"no region is configured, {scope.Region} was taken; set aws:region");
        }

        if (scope.AccountIsAssumed)
        {
            session.Assume("aws:allowedAccountIds", "placeholder", $"no account is configured, {scope.Account} was taken; set aws:allowedAccountIds");
        }
    }

    private static string? RegionOf(string type, CloudScope scope) =>
        type.StartsWith("aws:", StringComparison.Ordinal) && !scope.RegionIsAssumed && !GlobalServices.Contains(type) ? scope.Region : null;

    private static (Struct Inputs, ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Properties) Lower(RegisterResourceRequest request)
    {
        var inputs = new Struct();
        var properties = ImmutableSortedDictionary.CreateBuilder<string, ImmutableSortedSet<string>>(StringComparer.Ordinal);
        foreach (var (key, urns) in request.PropertyDependencies)
        {
            properties[key] = Urns(urns.Urns);
        }

        foreach (var (key, value) in WireValue.OrEmpty(request.Object).Fields)
        {
            var found = new List<string>();
            inputs.Fields.Add(key, OutputValues.Lower(value, found.Add));
            if (found.Count > 0)
            {
                properties[key] = Urns(found.Concat(properties.GetValueOrDefault(key) ?? []));
            }
        }

        return (inputs, properties.ToImmutable());
    }

    // Custom resources of the same package inherit it; components hand theirs on.
    private static string? Provider(string own, string type, Registration? parent) =>
        own.Length > 0 ? own : parent?.ChildProviders.GetValueOrDefault(type.Split(':')[0]);

    private static ImmutableDictionary<string, string> ChildProviders(RegisterResourceRequest request, Registration? parent)
    {
        var providers = (parent?.ChildProviders ?? ImmutableDictionary<string, string>.Empty).SetItems(request.Providers);
        return request.Provider.Length > 0 ? providers.SetItem(PackageName(request.Provider), request.Provider) : providers;
    }

    // urn:...::pulumi:providers:aws::name::id
    private static string PackageName(string provider)
    {
        var start = provider.IndexOf(ProviderPrefix, StringComparison.Ordinal);
        return start < 0 ? "" : provider[(start + ProviderPrefix.Length)..].Split("::")[0];
    }

    private Package? PackageOf(string reference, string name) =>
        reference.Length == 0 ? null
            : session.Packages.GetValueOrDefault(reference)
            ?? throw new GrpcException(GrpcStatusCode.InvalidArgument, $"resource '{name}' names the package '{reference}', which was not registered before it");

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private Registration? Check(string type, string name, string parent, bool custom)
    {
        if (type.Length == 0)
        {
            throw new GrpcException(GrpcStatusCode.InvalidArgument, $"resource '{name}' has no type");
        }

        if (custom && type.Split(':').Length != 3)
        {
            throw new GrpcException(GrpcStatusCode.InvalidArgument, $"resource '{name}': '{type}' is not a valid type token; it must have the form package:module:Type");
        }

        if (parent.Length == 0)
        {
            return null;
        }

        return session.Find(parent)
            ?? throw new GrpcException(GrpcStatusCode.InvalidArgument, $"resource '{name}' ({type}) has the parent '{parent}', which was not registered");
    }

    private void Reserve(string urn, string type, string name)
    {
        if (type == ResourceGraph.StackType && !session.ReserveStack())
        {
            throw new GrpcException(GrpcStatusCode.InvalidArgument, $"resource '{name}' is a second stack; a program has one");
        }

        if (!session.Reserve(urn))
        {
            // A program may swallow the refusal; the real engine fails the deployment all the same.
            var message = $"Duplicate resource URN '{urn}'; try giving it a unique name";
            session.Log(Severity.Error, message, urn);
            throw new GrpcException(GrpcStatusCode.InvalidArgument, message);
        }
    }

    private static ImmutableSortedSet<string> Urns(IEnumerable<string> urns) =>
        urns.Where(urn => urn.Length > 0).ToImmutableSortedSet(StringComparer.Ordinal);
}
