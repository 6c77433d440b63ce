namespace Platform.Components.Data.Postgres.Credentials;

/// <summary>Who keeps the master password of a database.</summary>
public enum CredentialMode
{
    /// <summary>RDS: it makes the password, stores it in Secrets Manager and changes it every week. Excludes replicas and blue/green.</summary>
    Managed,

    /// <summary>
    /// We: a random password in Secrets Manager that a function changes on a schedule. The first one is part of the encrypted state of the
    /// stack; where it is rotated, that one is good for minutes only.
    /// </summary>
    SelfManaged,

    /// <summary>
    /// Nobody: a function sets a password that nobody ever sees, every day, and applications sign in by IAM. An administrator sets one for
    /// a few hours by <c>aws rds modify-db-instance</c>, which is on record; see <c>docs/operations.md</c>.
    /// </summary>
    IamOnly,
}
