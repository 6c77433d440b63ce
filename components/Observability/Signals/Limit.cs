namespace Platform.Components.Observability.Signals;

/// <summary>Up to where a figure is well, and who says so.</summary>
/// <param name="Side">On which side of the value trouble lies.</param>
/// <param name="Value">The value, in the unit of the signal.</param>
/// <param name="Source">Who says so: a service target, a limit of AWS, a size of the resource.</param>
public sealed record Limit(Side Side, double Value, string Source)
{
    /// <summary>The value in an environment with basic monitoring. Default: the same.</summary>
    public double? Basic { get; init; }

    /// <summary>Trouble is above the value.</summary>
    public static Limit Above(double value, string source) => new(Side.Above, value, source);

    /// <summary>Trouble is below the value.</summary>
    public static Limit Below(double value, string source) => new(Side.Below, value, source);

    /// <summary>The value in an environment.</summary>
    public double In(MonitoringLevel level) => level == MonitoringLevel.Basic ? Basic ?? Value : Value;
}

/// <summary>A side of a value.</summary>
public enum Side
{
    /// <summary>Greater.</summary>
    Above,

    /// <summary>Smaller.</summary>
    Below,
}

/// <summary>How much an environment is watched.</summary>
public enum MonitoringLevel
{
    /// <summary>Only what tells that it is broken; nobody is woken.</summary>
    Basic,

    /// <summary>Everything.</summary>
    Full,
}
