using System.Collections.Immutable;
using Platform.Components.Baseline;
using Platform.Components.Identity;
using Pulumi.Aws.Ecr;
using Pulumi.Aws.Ecr.Inputs;

namespace Platform.Components.Compute.Images;

/// <summary>
/// Copies every image pushed to a repository to the repository of the same name in another region. It is a setting of the whole registry:
/// one of these in each account and region, made by whoever owns the account.
/// </summary>
public sealed class ImageReplication : ComponentResource
{
    /// <summary>Registers the rule of the registry.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options; the provider is that of the registry images are pushed to.</param>
    public ImageReplication(string name, ImageReplicationArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:ImageReplication", name, args, options)
    {
        if (args.Rule.IsCreated)
        {
            Copy(name, args);
        }

        About = this.Declare(ServiceTier.Foundation, options);
        RegisterOutputs();
    }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    private void Copy(string name, ImageReplicationArgs args) => new ReplicationConfiguration(name, new()
    {
        ReplicationConfigurationDetails = new ReplicationConfigurationReplicationConfigurationArgs
        {
            Rules =
            {
                new ReplicationConfigurationReplicationConfigurationRuleArgs
                {
                    Destinations =
                    {
                        new ReplicationConfigurationReplicationConfigurationRuleDestinationArgs
                        {
                            Region = args.Region,
                            RegistryId = CallerAccount.Of(this).Id,
                        },
                    },
                    RepositoryFilters = [Filter(args.RepositoryName), .. Others(args).Select(name => Filter(name))],
                },
            },
        },
    }, new CustomResourceOptions { Parent = this });

    private static IEnumerable<string> Others(ImageReplicationArgs args) => args.AlsoImages
        .Select(ContainerImage.RepositoryOf).OfType<EcrRepository>().Select(repository => repository.Name).Distinct().Order(StringComparer.Ordinal);

    private static ReplicationConfigurationReplicationConfigurationRuleRepositoryFilterArgs Filter(Input<string> name) =>
        new() { Filter = name, FilterType = "PREFIX_MATCH" };
}

/// <summary>What a caller may choose; <see cref="ImageReplication"/> decides the rest.</summary>
public sealed class ImageReplicationArgs : ResourceArgs
{
    /// <summary>Name of the repository in both registries.</summary>
    [Input("repositoryName", required: true)] public required Input<string> RepositoryName { get; init; }

    /// <summary>
    /// Images, by reference, whose repositories in the same registry are copied as well; ECR makes what is missing in the other one.
    /// Default: none.
    /// </summary>
    [Input("alsoImages")] public IReadOnlyList<string> AlsoImages { get; init; } = [];

    /// <summary>Region of the copies.</summary>
    [Input("region", required: true)] public required string Region { get; init; }

    /// <summary>
    /// The rule that copies; a registry has one list of rules, and whoever writes it replaces what stood there. Adopted, the maker must have
    /// a rule for the repository. Default: created.
    /// </summary>
    [Input("rule")] public AccountPiece Rule { get; init; } = AccountPiece.Create;
}
