namespace Platform.Components.Data.Postgres.Upkeep;

/// <summary>How long query statistics are kept. Source: Amazon RDS user guide, Database Insights, whose advanced mode asks for 15 months.</summary>
/// <param name="Long">Whether for 15 months, which is paid for, instead of 7 days.</param>
internal readonly record struct QueryInsights(bool Long)
{
    /// <summary>The mode, as RDS names it.</summary>
    public string Mode => Long ? "advanced" : "standard";

    /// <summary>The time, in days.</summary>
    public int Days => Long ? 465 : 7;
}
