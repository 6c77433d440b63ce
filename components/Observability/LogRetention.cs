namespace Platform.Components.Observability;

/// <summary>The periods CloudWatch keeps logs for; it has no others.</summary>
public static class LogRetention
{
    /// <summary>The periods in days, ascending.</summary>
    public static IReadOnlyList<int> Days { get; } =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];
}
