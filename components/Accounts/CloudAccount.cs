using System.Collections.Immutable;
using Platform.Components.Observability.Signals;
using Pulumi.Aws;
using Pulumi.Aws.Inputs;

namespace Platform.Components.Accounts;

/// <summary>
/// One account and region, and the tags everything in it carries. Components are given <see cref="Here"/>: nothing is ever made in
/// the region or account that somebody's shell happens to point to.
/// </summary>
public sealed class CloudAccount : ComponentResource
{
    private readonly Provider _provider;
    private readonly List<IObserved> _observed = [];

    /// <summary>Registers the provider.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    public CloudAccount(string name, CloudAccountArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:CloudAccount", name, args, options)
    {
        _provider = new Provider(name, new()
        {
            Region = args.Region,
            AssumeRoles = args.AssumeRoleArn is { } role ? Role(role) : [],
            AllowedAccountIds = [.. args.AllowedAccountIds.Select(id => (Input<string>)id)],
            DefaultTags = new ProviderDefaultTagsArgs { Tags = args.Tags.ToDictionary() },
        }, new CustomResourceOptions { Parent = this });

        Region = args.Region;
        About = this.Declare(ServiceTier.Foundation, options);
        RegisterOutputs();
    }

    /// <summary>Options for a component that belongs in this account and region.</summary>
    public ComponentResourceOptions Here => new() { Providers = { _provider }, ResourceTransformations = { Notice } };

    /// <summary>What was made here and tells about its health, children included, in the order it was made.</summary>
    public IReadOnlyList<IObserved> Observed => _observed;

    /// <summary>Region code, for what must name it.</summary>
    public string Region { get; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    // Whoever adds a component need not remember to have it watched. It changes nothing.
    private ResourceTransformationResult? Notice(ResourceTransformationArgs made)
    {
        if (made.Resource is IObserved observed)
        {
            _observed.Add(observed);
        }

        return null;
    }

    // The session bears the stack's name, so that the trail of the account tells who came from where.
    private static InputList<ProviderAssumeRoleArgs> Role(string arn) => new ProviderAssumeRoleArgs
    {
        RoleArn = arn,
        SessionName = $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}",
    };
}

/// <summary>What a caller may choose; <see cref="CloudAccount"/> decides the rest.</summary>
public sealed class CloudAccountArgs : ResourceArgs
{
    /// <summary>Region code such as <c>eu-west-1</c>.</summary>
    [Input("region", required: true)] public required string Region { get; init; }

    /// <summary>The only accounts that may be touched. Default: whichever the credentials belong to.</summary>
    [Input("allowedAccountIds")] public IReadOnlyList<string> AllowedAccountIds { get; init; } = [];

    /// <summary>Role that deploys, by ARN; the credentials at hand need no right but to assume it. Default: they deploy themselves.</summary>
    [Input("assumeRoleArn")] public string? AssumeRoleArn { get; init; }

    /// <summary>Tags of every resource.</summary>
    [Input("tags", required: true)] public required IReadOnlyDictionary<string, string> Tags { get; init; }
}
