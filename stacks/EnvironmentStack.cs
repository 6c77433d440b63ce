using Platform.Components.Accounts;
using Platform.Components.Compute;
using Platform.Components.Compute.Images;
using Platform.Components.Data.Postgres;
using Platform.Stacks.Settings;

namespace Platform.Stacks;

/// <summary>What every environment tells whoever releases to it, whatever its shape.</summary>
public abstract class EnvironmentStack : Stack
{
    private protected EnvironmentStack(PlatformSettings settings)
        : base(RoleBoundary.Options(settings.Account.PermissionsBoundary))
    {
    }

    /// <summary>Where the application answers.</summary>
    [Output("url")] public Output<string> Url { get; private set; } = null!;

    /// <summary>Where its images are pushed.</summary>
    [Output("imageRepository")] public Output<string> ImageRepository { get; private set; } = null!;

    /// <summary>What grows with the load.</summary>
    [Output("scalingTarget")] public Output<string> ScalingTarget { get; private set; } = null!;

    /// <summary>What the application prints.</summary>
    [Output("logGroupName")] public Output<string> LogGroupName { get; private set; } = null!;

    /// <summary>Where user and password of the database are stored.</summary>
    [Output("databaseSecretArn")] public Output<string> DatabaseSecretArn { get; private set; } = null!;

    /// <summary>Sets the outputs above; Pulumi refuses a stack that leaves one unset.</summary>
    private protected void Tell(string domain, ContainerRepository images, IAppTier tier, IPostgres database)
    {
        (Url, ImageRepository) = (Output.Create($"https://{domain}"), images.Url);
        (ScalingTarget, LogGroupName, DatabaseSecretArn) = (tier.ScalingTarget, tier.LogGroupName, database.SecretArn);
    }
}
