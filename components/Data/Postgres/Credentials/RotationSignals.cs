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
            new("rotation-failed")
            {
                Measure = Metric.Of("AWS/Lambda", "Errors", "Sum", ("FunctionName", function)),
                Unit = "count",
                Meaning = "The master password could not be changed; the database may already have one that its secret does not.",
                Limit = Limit.Above(0, "every rotation must succeed"),
                Severity = Severity.High,
                Layer = Layer.Security,
                Evaluation = Evaluation.Minutes(1),
                Runbook = "password-rotation",
                Basic = true,
            },
            new("password-age")
            {
                Measure = Metric.Of(Namespace, "Age", "Maximum", ("Database", identifier)),
                Unit = "d",
                Meaning = "The master password is older than it may be, or nobody measures how old it is.",
                Limit = Limit.Above(late, $"{days} d between rotations, and a quarter of that, two days at least, to try again"),
                Severity = Severity.Medium,
                Layer = Layer.Security,
                Evaluation = new(SecondsOfDay, 1, 1, MissingData.Bad),
                Runbook = "password-rotation",
            },
        ];
    }
}
