using Platform.Components.Identity;
using Platform.Components.Security;
using Pulumi.Aws.SecretsManager;
using Pulumi.Random;

namespace Platform.Components.Data.Postgres.Credentials;

/// <summary>The master user of a database: its name, where its password comes from, and where that is kept.</summary>
internal sealed class DatabaseCredentials
{
    public const string UserName = "dbadmin";

    /// <summary>
    /// A label of our own on the first version of a secret: Secrets Manager throws away versions without a label, and the program, which
    /// knows that one only, would make it again and with it the password of the first day.
    /// </summary>
    private const string FirstVersion = "FIRST";

    private readonly CredentialPlan _plan;

    private DatabaseCredentials(CredentialPlan plan) => _plan = plan;

    /// <summary>Name of the user; null where it came with the data, and whoever says it again asks RDS for another database.</summary>
    public string? User => _plan.Origin.IsReplicaBorn || _plan.Origin.IsRestored ? null : UserName;

    /// <summary>Password to begin with; null where it is not ours to set.</summary>
    public Output<string>? Password { get; private init; }

    /// <summary>Whether RDS makes and keeps the password.</summary>
    public bool IsManaged => !_plan.Origin.IsReplicaBorn && _plan.Mode == CredentialMode.Managed;

    /// <summary>Secret of the user; null where RDS makes one.</summary>
    public Output<string>? SecretArn { get; private init; }

    /// <summary>Days between rotations by us; 0: none.</summary>
    public int RotationDays => _plan.Days;

    /// <summary>Inputs that are ours to set once only, since rotation changes them.</summary>
    /// <param name="input">Name the password has as an input.</param>
    public List<string> SetOnce(string input) => _plan.Days > 0 ? [input] : [];

    /// <summary>Registers what the mode needs.</summary>
    public static DatabaseCredentials Of(string name, CredentialPlan plan, CustomResourceOptions child) =>
        plan.Origin.IsReplicaBorn ? new(plan) { SecretArn = plan.Origin.SecretArn!.ToOutput() }
        : plan.Mode == CredentialMode.Managed ? new(plan)
        : Ours(name, plan, child);

    private static DatabaseCredentials Ours(string name, CredentialPlan plan, CustomResourceOptions child)
    {
        var password = new RandomPassword(name, new() { Length = 40, Special = false }, child);
        var isKept = plan.Mode == CredentialMode.SelfManaged;
        var secret = new Secret(name, SecretCopies.With(new()
        {
            Description = isKept ? "Master user of a Postgres database" : "When the master password of a Postgres database was last made unknown; holds no password",
            KmsKeyId = plan.SecretKeyArn,
            RecoveryWindowInDays = plan.Protected ? 30 : 0,
        }, plan.Copies), CustomResourceOptions.Merge(child, Stateful.Options(plan.Protected)));

        var content = new Dictionary<string, Input<string>> { ["engine"] = "postgres", ["username"] = UserName };
        if (isKept)
        {
            content["password"] = password.Result;
        }

        var rotates = plan.Days > 0;
        var first = new SecretVersionArgs { SecretId = secret.Id, SecretString = JsonText.Of(content) };
        if (rotates)
        {
            first.VersionStages = ["AWSCURRENT", FirstVersion];
        }

        var version = new SecretVersion(name, first, CustomResourceOptions.Merge(child, new() { IgnoreChanges = rotates ? ["secretString", "versionStages"] : [] }));

        return new(plan) { Password = password.Result, SecretArn = Output.Tuple(secret.Arn, version.Id).Apply(both => both.Item1) };
    }
}
