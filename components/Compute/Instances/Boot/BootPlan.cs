using System.Collections.Immutable;
using Platform.Components.Compute.Images;
using Platform.Components.Identity;
using Platform.Components.Observability;

namespace Platform.Components.Compute.Instances.Boot;

/// <summary>Everything a machine must know to start its container: where secrets are, never what they say.</summary>
internal sealed record BootPlan
{
    public required string Image { get; init; }

    /// <summary>Registry of AWS to enter before pulling; null for a public one.</summary>
    public string? Registry { get; init; }

    public required int Port { get; init; }

    public required string Region { get; init; }

    public required string LogGroup { get; init; }

    public required string GroupName { get; init; }

    /// <summary>Plain settings by variable name.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = Sorted;

    /// <summary>Secrets by variable name: an ARN, which may end in <c>:key::</c> to take one key of a JSON secret, as in ECS.</summary>
    public ImmutableSortedDictionary<string, string> Secrets { get; init; } = Sorted;

    public static Output<BootPlan> Of(AutoScalingServiceArgs args, string groupName, LogStream logs, CallerAccount account)
    {
        var environment = args.Uses.SelectMany(use => use.Environment).ToList();
        var secrets = args.Uses.SelectMany(use => use.Secrets).ToList();
        return Output
            .Tuple(
                Output.All(environment.Select(pair => pair.Value)),
                Output.All(secrets.Select(pair => pair.Value)),
                logs.GroupName,
                account.Region)
            .Apply(values => new BootPlan
            {
                Image = args.Image,
                Registry = args.RepositoryArn is null ? ContainerImage.RepositoryOf(args.Image)?.Registry : args.Image[..args.Image.IndexOf('/', StringComparison.Ordinal)],
                Port = args.Target.Port,
                Environment = Sorted.AddRange(args.Environment).AddRange(Named(environment, values.Item1)),
                Secrets = Sorted.AddRange(Named(secrets, values.Item2)),
                LogGroup = values.Item3,
                Region = values.Item4,
                GroupName = groupName,
            });
    }

    private static readonly ImmutableSortedDictionary<string, string> Sorted = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> Named(
        IEnumerable<KeyValuePair<string, Input<string>>> pairs, ImmutableArray<string> values) =>
        pairs.Zip(values, (pair, value) => KeyValuePair.Create(pair.Key, value));
}
