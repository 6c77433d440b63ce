using Platform.Components.Naming;
using Pulumi.Aws.ElastiCache;
using Pulumi.Aws.ElastiCache.Inputs;
using Pulumi.Aws.SecretsManager;
using Pulumi.Random;

namespace Platform.Components.Data.Cache;

/// <summary>
/// Who may use a cache: the application, with a password, for everything but administration. The user "default", whom clients become
/// that give no name, is switched off and has a password nobody knows.
/// </summary>
internal sealed class CacheUsers
{
    public const string AppUser = "app";

    /// <summary>Every key and channel, every command but those that administer or could stop the server.</summary>
    public const string AppRights = "on ~* &* +@all -@admin -@dangerous";

    /// <summary>Nothing at all.</summary>
    public const string LockedRights = "off -@all";

    public CacheUsers(string name, ValkeyCacheArgs args, CustomResourceOptions child)
    {
        var locked = AddUser($"{name}-default", "default", LockedRights, Password($"{name}-default", child), child);
        var password = Password($"{name}-app", child);
        var app = AddUser($"{name}-app", AppUser, AppRights, password, child);

        GroupId = new UserGroup(name, new()
        {
            Engine = "valkey",
            UserGroupId = AwsName.Of(name, NameRule.CacheUser),
            UserIds = { locked.UserId, app.UserId },
        }, child).UserGroupId;

        var secret = new Secret($"{name}-app", new()
        {
            Description = "Password of the application for the cache",
            KmsKeyId = args.SecretKeyArn,
            RecoveryWindowInDays = args.Protected ?? true ? 30 : 0,
        }, CustomResourceOptions.Merge(child, Stateful.Options(args.Protected)));
        var version = new SecretVersion($"{name}-app", new() { SecretId = secret.Id, SecretString = password.Result }, child);
        PasswordArn = Output.Tuple(secret.Arn, version.Id).Apply(both => both.Item1);
    }

    public Output<string> GroupId { get; }

    public Output<string> PasswordArn { get; }

    private static RandomPassword Password(string name, CustomResourceOptions child) =>
        new(name, new() { Length = 64, Special = false }, child);

    private static User AddUser(string name, string userName, string rights, RandomPassword password, CustomResourceOptions child) =>
        new(name, new()
        {
            Engine = "valkey",
            UserId = AwsName.Of(name, NameRule.CacheUser),
            UserName = userName,
            AccessString = rights,
            AuthenticationMode = new UserAuthenticationModeArgs { Type = "password", Passwords = password.Result },
        }, child);
}
