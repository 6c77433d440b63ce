namespace Platform.Components.Identity;

/// <summary>What a caller may choose; <see cref="DeployRole"/> decides the rest.</summary>
public sealed class DeployRoleArgs : ResourceArgs
{
    /// <summary>Name of the role in AWS; settings name it before it exists.</summary>
    [Input("roleName", required: true)] public required string RoleName { get; init; }

    /// <summary>The one repository of GitHub that may take the role, as <c>owner/name</c>.</summary>
    [Input("repository", required: true)] public required string Repository { get; init; }

    /// <summary>The one environment of that repository; GitHub asks its reviewers before it vouches for a run.</summary>
    [Input("environment", required: true)] public required string Environment { get; init; }

    /// <summary>GitHub's identity provider, when the account has it already; it can have it once only. Default: one is made.</summary>
    [Input("identityProviderArn")] public string? IdentityProviderArn { get; init; }

    /// <summary>What it may do, action by action.</summary>
    [Input("actions", required: true)] public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>Services it may hand roles to.</summary>
    [Input("passesTo", required: true)] public required IReadOnlyList<string> PassesTo { get; init; }

    /// <summary>Regions it may do that in; services without a region answer in <see cref="GlobalRegion"/>.</summary>
    [Input("regions", required: true)] public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>Bucket of the state.</summary>
    [Input("stateBucketArn", required: true)] public required Input<string> StateBucketArn { get; init; }

    /// <summary>Key of the state.</summary>
    [Input("stateKeyArn", required: true)] public required Input<string> StateKeyArn { get; init; }

    /// <summary>Bucket and key of the state's copy in another region. Default: there is none.</summary>
    public (Input<string> BucketArn, Input<string> KeyArn)? StateCopy { get; init; }

    /// <summary>The policy every role that it makes must carry.</summary>
    [Input("boundaryArn", required: true)] public required Input<string> BoundaryArn { get; init; }
}
