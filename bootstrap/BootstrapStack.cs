using Platform.Bootstrap.Deploying;
using Platform.Components;
using Platform.Components.Accounts;
using Platform.Components.Identity;

namespace Platform.Bootstrap;

/// <summary>
/// What must exist in an account before the platform can be deployed into it: a place for the state, and a role that GitHub may take
/// for one environment of one repository, which can make what the environment is made of and nothing else.
/// </summary>
public sealed class BootstrapStack : Stack
{
    /// <summary>Registers it.</summary>
    /// <param name="settings">Its settings.</param>
    public BootstrapStack(BootstrapSettings settings)
    {
        var account = new CloudAccount("account", new()
        {
            Region = settings.Region, AllowedAccountIds = settings.AllowedAccountIds, Tags = settings.Tags,
        });

        var state = new StateStore("state", new()
        {
            ExistingBucket = settings.StateBucket, ExistingKeyArn = settings.StateKeyArn, Copied = settings.CopiesTo is not null,
        }, account.Here);
        var copy = settings.CopiesTo is { } region ? Copy(state, account, settings, region) : null;

        var boundary = new PermissionBoundary("boundary", new() { PolicyName = "platform-boundary", DeployRoleName = "platform-deploy" }, account.Here);

        var deploy = new DeployRole("deploy", new()
        {
            RoleName = "platform-deploy",
            Repository = settings.Repository,
            Environment = settings.Environment,
            IdentityProviderArn = settings.IdentityProviderArn,
            Actions = ActionTable.For(settings.Environment),
            PassesTo = ActionTable.ServicesOf(settings.Environment),
            Regions = [.. new[] { settings.Region, GlobalRegion.Name }.Concat(settings.MoreRegions).Distinct()],
            StateBucketArn = state.BucketArn,
            StateKeyArn = state.KeyArn,
            StateCopy = copy is null ? null : (copy.BucketArn, copy.KeyArn),
            BoundaryArn = boundary.PolicyArn,
        }, account.Here);

        BackendUrl = Output.Format($"s3://{state.BucketName}?region={settings.Region}");
        SecretsProvider = Output.Format($"awskms:///{state.KeyArn}?region={settings.Region}");
        (DeployRoleArn, BoundaryArn) = (deploy.RoleArn, boundary.PolicyArn);
        CopyUrl = copy is null ? Output.Create("") : Output.Format($"s3://{copy.BucketName}?region={settings.CopiesTo!}");
        CopySecretsProvider = copy is null ? Output.Create("") : Output.Format($"awskms:///{copy.KeyArn}?region={settings.CopiesTo!}");
    }

    private static StateCopy Copy(StateStore state, CloudAccount account, BootstrapSettings settings, string region) => new("state-copy", new()
    {
        Of = state,
        There = new CloudAccount("second", new() { Region = region, AllowedAccountIds = settings.AllowedAccountIds, Tags = settings.Tags }),
    }, account.Here);

    /// <summary>Where the state lives, for <c>pulumi login</c>.</summary>
    [Output("backendUrl")] public Output<string> BackendUrl { get; private set; }

    /// <summary>What encrypts secrets in the state, for <c>pulumi stack init --secrets-provider</c>.</summary>
    [Output("secretsProvider")] public Output<string> SecretsProvider { get; private set; }

    /// <summary>Where a copy of the state lives, for <c>pulumi login</c> when its region is lost; empty without one.</summary>
    [Output("copyUrl")] public Output<string> CopyUrl { get; private set; }

    /// <summary>What decrypts secrets of the state there; empty without a copy.</summary>
    [Output("copySecretsProvider")] public Output<string> CopySecretsProvider { get; private set; }

    /// <summary>Role that deploys, for <c>platform:account.assumeRole</c> and the workflow.</summary>
    [Output("deployRoleArn")] public Output<string> DeployRoleArn { get; private set; }

    /// <summary>Policy that limits every role of the environment, for <c>platform:account.permissionsBoundary</c>.</summary>
    [Output("boundaryArn")] public Output<string> BoundaryArn { get; private set; }
}
