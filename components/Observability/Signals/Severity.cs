namespace Platform.Components.Observability.Signals;

/// <summary>How soon somebody must answer. Source: the service targets of the platform charter.</summary>
public enum Severity
{
    /// <summary>Users are harmed or data is being lost: at once, day and night.</summary>
    Critical,

    /// <summary>Users will be harmed: within an hour.</summary>
    High,

    /// <summary>Something needs work: within four hours of a working day.</summary>
    Medium,

    /// <summary>Worth knowing: within a day.</summary>
    Low,
}

/// <summary>What a severity means to whoever is on call.</summary>
public static class SeverityTerms
{
    /// <summary>Whether it reaches a person at once, through the pager, instead of waiting in a queue.</summary>
    public static bool Pages(this Severity severity) => severity is Severity.Critical or Severity.High;

    /// <summary>The time to answer, in minutes; 0: at once.</summary>
    public static int ResponseMinutes(this Severity severity) => severity switch
    {
        Severity.Critical => 0,
        Severity.High => 60,
        Severity.Medium => 240,
        _ => 1440,
    };

    /// <summary>The time to answer, in words.</summary>
    public static string Response(this Severity severity) => severity switch
    {
        Severity.Critical => "at once",
        Severity.High => "within 1 h",
        Severity.Medium => "within 4 h",
        _ => "within 24 h",
    };

    /// <summary>The severity as it stands in names, tags and labels.</summary>
    public static string Word(this Severity severity) => severity.ToString().ToLowerInvariant();
}
