using Platform.Components.Data.Postgres.Origins;

namespace Platform.Components.Data.Postgres.Credentials;

/// <summary>What is asked about the master user of a database, whether an instance or a cluster.</summary>
/// <param name="Mode">Who keeps the password.</param>
/// <param name="Protected">Whether anything depends on the database.</param>
/// <param name="RotationDays">What the caller said about rotation; null: nothing.</param>
internal sealed record CredentialPlan(CredentialMode Mode, bool Protected, int? RotationDays)
{
    private const int UsualDays = 30;       // practice: SOC 2 and PCI DSS reviews ask for 90 days at most

    // Source: RotationRulesType, Secrets Manager API reference.
    private const int MostDays = 1000;

    /// <summary>What is asked of it.</summary>
    public static CredentialPlan Of(IPostgresArgs args, DatabaseOrigin origin) => new(args.Credentials, args.Protected ?? true, args.RotationDays)
    {
        Origin = origin,
        SecretKeyArn = args.SecretKeyArn,
        Copies = args.SecretCopies,
    };

    /// <summary>Where the data came from; a replica brings its master user along.</summary>
    public DatabaseOrigin Origin { get; init; } = DatabaseOrigin.New;

    /// <summary>Key that encrypts the secret.</summary>
    public required Input<string> SecretKeyArn { get; init; }

    /// <summary>Keys, by region, of copies of the secret.</summary>
    public IReadOnlyDictionary<string, Input<string>> Copies { get; init; } = new Dictionary<string, Input<string>>();

    /// <summary>Days between rotations of a password that is ours; 0: never.</summary>
    public int Days => Mode == CredentialMode.Managed || Origin.IsReplicaBorn ? 0 : RotationDays ?? (Mode == CredentialMode.IamOnly ? 1 : Protected ? UsualDays : 0);

    /// <summary>What AWS could not do, or would not mean, with the way out.</summary>
    /// <param name="sleeps">Whether the database is stopped at night.</param>
    public IEnumerable<string> Problems(bool sleeps)
    {
        if (RotationDays is < 0 or > MostDays)
        {
            yield return $"rotationDays is {RotationDays}, but must be 1 to {MostDays}, or 0 for never.";
        }

        if (RotationDays is not null && Mode == CredentialMode.Managed)
        {
            yield return "rotationDays is set, but RDS rotates a password it manages every seven days; leave it out, or choose CredentialMode.SelfManaged.";
        }

        if (RotationDays is not null && Origin.IsReplicaBorn)
        {
            yield return "rotationDays is set, but the password came with the data; set it where the database was born.";
        }

        if (Mode == CredentialMode.IamOnly && RotationDays == 0)
        {
            yield return "credentials are IamOnly, but with rotationDays 0 the first password would stay good, and it is in the state of the stack; leave rotationDays out.";
        }

        if (Days > 0 && sleeps)
        {
            yield return "the password is rotated, but a database that is stopped at night takes no new one; leave out the working hours, or set rotationDays to 0.";
        }

        if (Mode != CredentialMode.SelfManaged && Copies.Count > 0)
        {
            yield return "secretCopies are asked for, but the password is not ours to copy; choose CredentialMode.SelfManaged, or no copies.";
        }
    }
}
