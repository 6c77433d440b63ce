using Platform.Components.Observability.Signals;

namespace Platform.Components.Data.Postgres.Credentials;

/// <summary>What the rotation of a password tells.</summary>
internal static class RotationSignals
{
    /// <summary>Namespace of the age; the function writes it.</summary>
    public const string Namespace = "Platform/Passwords";

    private const int SecondsOfDay = 86_400;

    /// <param name="function">Name of the function.</param>
    /// <param name="identifier">Name of the database.</param>
    /// <param name="days">Days between rotations.</param>
    public static IReadOnlyList<Signal> Of(Output<string> function, string identifier, int days)
    {
        var late = days + Math.Max(2, days / 4);
        return
        [
            new("rotation-failed", Metric.Of("AWS/Lambda", "Errors", "Sum", ("FunctionName", function)), "count",
                Limit.Above(0, "every rotation must succeed"),
                Severity.High, Layer.Security, "password-rotation",
                "The master password could not be changed; the database may already have one that its secret does not.")
                { Evaluation = Evaluation.Minutes(1), Basic = true },
            new("password-age", Metric.Of(Namespace, "Age", "Maximum", ("Database", identifier)), "d",
                Limit.Above(late, $"{days} d between rotations, and a quarter of that, two days at least, to try again"),
                Severity.Medium, Layer.Security, "password-rotation", "The master password is older than it may be, or nobody measures how old it is.")
                { Evaluation = new(SecondsOfDay, 1, 1, MissingData.Bad) },
        ];
    }
}
