using Platform.Components.Identity;
using Platform.Components.Security;
using Pulumi.Aws.Rds;
using Pulumi.Aws.SecretsManager;
using Pulumi.Random;

namespace Platform.Components.Data.Postgres;

/// <summary>Where the master password of a database comes from and where it is kept.</summary>
internal sealed class DatabaseCredentials
{
    public const string UserName = "dbadmin";

    private readonly Action<InstanceArgs> _apply;
    private readonly Func<Instance, Output<string>> _secretArn;

    private DatabaseCredentials(Action<InstanceArgs> apply, Func<Instance, Output<string>> secretArn) =>
        (_apply, _secretArn) = (apply, secretArn);

    public static DatabaseCredentials Of(string name, PostgresDatabaseArgs args, CustomResourceOptions child) => args.Credentials switch
    {
        _ when args.Origin is { IsReplicaBorn: true } origin => OfTheSource(origin),
        CredentialMode.Managed => ByRds(args),
        CredentialMode.SelfManaged => ByUs(name, args, child),
        var unknown => throw new ArgumentOutOfRangeException(nameof(args), unknown, "Nobody keeps the password in this mode."),
    };

    public void ApplyTo(InstanceArgs instance) => _apply(instance);

    /// <summary>ARN of the secret that holds user and password.</summary>
    public Output<string> SecretArn(Instance instance) => _secretArn(instance);

    /// <summary>User and password came with the data; whoever sets them again asks RDS for another database.</summary>
    private static DatabaseCredentials OfTheSource(DatabaseOrigin origin) => new(_ => { }, _ => origin.SecretArn!.ToOutput());

    private static void Name(InstanceArgs instance, PostgresDatabaseArgs args)
    {
        if (args.Origin is not { IsRestored: true })
        {
            instance.Username = UserName;
        }
    }

    private static DatabaseCredentials ByRds(PostgresDatabaseArgs args) => new(
        instance =>
        {
            Name(instance, args);
            instance.ManageMasterUserPassword = true;
            instance.MasterUserSecretKmsKeyId = args.SecretKeyArn;
        },
        instance => instance.MasterUserSecrets.Apply(secrets => secrets[0].SecretArn));

    private static DatabaseCredentials ByUs(string name, PostgresDatabaseArgs args, CustomResourceOptions child)
    {
        var password = new RandomPassword(name, new() { Length = 40, Special = false }, child);
        var secret = new Secret(name, SecretCopies.With(new()
        {
            Description = "Master user of a Postgres database",
            KmsKeyId = args.SecretKeyArn,
            RecoveryWindowInDays = args.Protected ?? true ? 30 : 0,
        }, args.SecretCopies), CustomResourceOptions.Merge(child, Stateful.Options(args.Protected)));
        var version = new SecretVersion(name, new()
        {
            SecretId = secret.Id,
            SecretString = JsonText.Of(new Dictionary<string, Input<string>>
            {
                ["engine"] = "postgres",
                ["username"] = UserName,
                ["password"] = password.Result,
            }),
        }, child);

        return new DatabaseCredentials(
            instance =>
            {
                Name(instance, args);
                instance.Password = password.Result;
            },
            _ => Output.Tuple(secret.Arn, version.Id).Apply(both => both.Item1));
    }
}
