using System.Collections.Immutable;
using Platform.Engine.Monitor;
using Platform.Engine.Wire;
using Platform.Graph;

namespace Platform.Engine.Analysis;

/// <summary>Makes the graph of what a run registered; the order of arrival leaves no trace in it.</summary>
internal sealed class GraphBuilder(Session session, SecretScrubber scrubber, string programDirectory)
{
    private readonly PropertyBag _reader = new(scrubber.OrNull);
    private readonly AssetHashes _assets = new(programDirectory);
    private readonly SourceFinder _sources = new(session);

    public ResourceGraph Build()
    {
        var registrations = session.Registrations.ToArray();
        var resources = new Resource[registrations.Length];
        Parallel.For(0, registrations.Length, i => resources[i] = Resource(registrations[i]));
        foreach (var resource in resources)
        {
            foreach (var path in _assets.Missing(resource.Inputs))
            {
                session.Log(Severity.Warning, $"{resource.Type} '{resource.Name}': there is no file or folder {path}, and a preview fails without it; make it first", resource.Urn);
            }
        }

        return new(
            session.Project,
            session.Stack,
            resources,
            Array.Find(resources, resource => resource.Type == ResourceGraph.StackType)?.Outputs,
            session.Diagnostics
                .Select(diagnostic => diagnostic with { Message = scrubber.Scrub(diagnostic.Message) })
                .Distinct()
                .OrderByDescending(diagnostic => diagnostic.Severity)
                .ThenBy(diagnostic => diagnostic.Urn, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal),
            session.Assumptions
                .Select(assumption => assumption with { Subject = scrubber.Scrub(assumption.Subject), Detail = scrubber.Scrub(assumption.Detail) })
                .OrderBy(assumption => assumption.Subject, StringComparer.Ordinal)
                .ThenBy(assumption => assumption.Kind, StringComparer.Ordinal)
                .ThenBy(assumption => assumption.Detail, StringComparer.Ordinal));
    }

    private Resource Resource(Registration registration) => new()
    {
        Urn = registration.Urn,
        Type = registration.Type,
        Name = registration.Name,
        Parent = registration.Parent,
        Provider = registration.Provider,
        Custom = registration.Custom,
        Remote = registration.Remote,
        External = registration.External,
        Id = registration.Id.Length == 0 || Signatures.IsUnknown(registration.Id) ? null : scrubber.Scrub(registration.Id),
        Region = registration.Region,
        Inputs = _assets.In(_reader.Read(registration.Inputs)),
        Outputs = _assets.In(_reader.Read(registration.Outputs)),
        Dependencies = [.. registration.Dependencies],
        PropertyDependencies = registration.PropertyDependencies
            .ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value.ToImmutableArray(), StringComparer.Ordinal),
        Placeholders = _sources.Find(registration),
        Settings = registration.ReplacementTrigger is { } trigger
            ? registration.Settings with { ReplacementTrigger = _reader.Read(trigger) }
            : registration.Settings,
    };
}
