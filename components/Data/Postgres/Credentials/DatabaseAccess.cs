using System.Text.RegularExpressions;
using Platform.Components.Compute;
using Platform.Components.Identity;

namespace Platform.Components.Data.Postgres.Credentials;

/// <summary>As whom applications that hold the connection of a database sign in to it.</summary>
public sealed partial class DatabaseAccess
{
    // Words Postgres reads as somebody else where a role is named.
    private static readonly string[] Taken = ["current_role", "current_user", "none", "public", "session_user", "user"];

    private DatabaseAccess(string? user) => User = user;

    /// <summary>As its master user, with the password they read from its secret.</summary>
    public static DatabaseAccess MasterSecret { get; } = new(user: null);

    /// <summary>User of the database that applications are; null: the master user.</summary>
    public string? User { get; }

    /// <summary>
    /// As a user of their own, by a token that their role signs and that is good for 15 minutes; they are told of no secret. Somebody must have
    /// made the user in the database first, see <c>docs/operations.md</c>. Excludes RDS Proxy and blue/green.
    /// </summary>
    /// <param name="user">Lower case letters, digits and underscores, 63 at most.</param>
    public static DatabaseAccess Iam(string user) => new(user);

    /// <summary>What is wrong with the name of a user; null when nothing is.</summary>
    public static string? Problem(string user) =>
        !Form.IsMatch(user) ? "must be 1 to 63 lower case letters, digits and underscores, of which a digit is not the first"
        : user == DatabaseCredentials.UserName ? "is the master user, who would sign in with a password no longer"
        : user.StartsWith("pg_", StringComparison.Ordinal) || user.StartsWith("rds", StringComparison.Ordinal) ? "begins like the users Postgres and RDS keep for themselves"
        : Taken.Contains(user) ? "is a word of SQL that means somebody else"
        : null;

    /// <summary>What keeps a database from letting applications in this way; null when nothing does.</summary>
    /// <param name="mode">Who keeps the master password.</param>
    /// <param name="pooled">Whether RDS Proxy stands in front.</param>
    /// <param name="blueGreen">Whether changes are made on a copy.</param>
    internal string? Problem(CredentialMode mode, bool pooled, bool blueGreen) =>
        User is null ? mode == CredentialMode.IamOnly
            ? "credentials are IamOnly, but applications would sign in with the master's password, which nobody has; choose DatabaseAccess.Iam, or CredentialMode.SelfManaged."
            : null
        : Problem(User) is { } problem ? $"access is Iam(\"{User}\"), but the name {problem}; choose another such as app."
        : pooled ? "its pool (RDS Proxy) asks clients for the master's password, not for a token; choose DatabaseAccess.MasterSecret, or no pool (pooled)."
        : blueGreen ? "a blue/green copy has a resource id of its own, which no application may sign in to; choose DatabaseAccess.MasterSecret, or no blue/green."
        : null;

    /// <summary>Adds to the way to a database who signs in there, and the right to do so.</summary>
    /// <param name="connection">The way.</param>
    /// <param name="resourceIds">Ids of the very instances, or of the cluster: a replica or a successor has another, and a connection of its own.</param>
    /// <param name="account">Where it is.</param>
    /// <param name="secretArn">The master's secret.</param>
    internal Connection Complete(Connection connection, IEnumerable<Output<string>> resourceIds, CallerAccount account, Output<string> secretArn) => User is null
        ? connection with
        {
            LiveSecretArns = [secretArn],
            Environment = connection.Environment.Add("DATABASE_SECRET_ARN", secretArn),
        }
        : connection with
        {
            Environment = connection.Environment.Add("DATABASE_USER", User),
            Rights =
            [
                new Statement("SignIn", "rds-db:connect")
                {
                    Resources = [.. resourceIds.Select(id => Output.Format($"arn:{account.Partition}:rds-db:{account.Region}:{account.Id}:dbuser:{id}/{User}"))],
                },
            ],
        };

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form { get; }
}
