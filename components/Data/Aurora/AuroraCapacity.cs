using System.Globalization;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Data.Aurora;

/// <summary>How large the instances of a cluster are: a class, or a range in which each grows and shrinks by itself (Serverless v2).</summary>
public sealed class AuroraCapacity
{
    private const string Grows = "db.serverless";

    // Source: ServerlessV2ScalingConfiguration, Amazon RDS API reference: 256 for recent engine versions, 128 for older ones.
    private const double MostUnits = 256;

    private AuroraCapacity(string instanceClass, double min = 0, double max = 0, int pauseSeconds = 0) =>
        (Class, Min, Max, PauseSeconds) = (instanceClass, min, max, pauseSeconds);

    /// <summary>Class of the instances, such as <c>db.r7g.large</c>.</summary>
    public string Class { get; }

    /// <summary>Whether the instances grow and shrink by themselves.</summary>
    public bool IsServerless => Class == Grows;

    /// <summary>Capacity units each instance has at least; one is 2 GiB of memory with the CPUs that go with it.</summary>
    public double Min { get; }

    /// <summary>Capacity units each instance has at most.</summary>
    public double Max { get; }

    /// <summary>Seconds without a connection after which an instance with a minimum of 0 pauses.</summary>
    public int PauseSeconds { get; }

    /// <summary>
    /// Connections an instance lets in. For a class: LEAST(DBInstanceClassMemory / 9531392, 5000), as RDS. For a range it follows from the
    /// maximum, up to 5000, and is held to 2000 where the minimum is 0 or 0.5. Source: Amazon Aurora user guide, maximum connections of
    /// Aurora PostgreSQL and of Serverless v2 (1 unit 189, 4 units 823, 8 units 1669, 16 units 3360), between which the line below runs.
    /// </summary>
    public int? Connections => IsServerless
        ? (int)Math.Min(Min <= 0.5 ? 2000 : 5000, (211.4 * Max) - 22)
        : MachineSize.Of(Class)?.PostgresConnections;

    /// <summary>Instances of one size.</summary>
    /// <param name="instanceClass">Such as <c>db.r7g.large</c>.</param>
    public static AuroraCapacity Of(string instanceClass) => new(instanceClass);

    /// <summary>Instances that grow and shrink between two sizes within seconds.</summary>
    /// <param name="min">Capacity units, 0 to 256 in steps of a half; 0: an idle instance pauses, and wakes in about 15 s.</param>
    /// <param name="max">Capacity units, 1 to 256 in steps of a half.</param>
    /// <param name="pauseSeconds">Seconds without a connection until one with a minimum of 0 pauses, 300 to 86400.</param>
    public static AuroraCapacity Serverless(double min, double max, int pauseSeconds = 300) => new(Grows, min, max, pauseSeconds);

    /// <inheritdoc/>
    public override string ToString() => IsServerless ? string.Create(CultureInfo.InvariantCulture, $"{Min} to {Max} units") : Class;

    /// <summary>What AWS does not have; empty: nothing.</summary>
    internal IEnumerable<string> Problems()
    {
        if (!IsServerless)
        {
            if (!IsOffered(Class))
            {
                yield return $"capacity is '{Class}', but Aurora PostgreSQL has classes of r and x, and medium and large ones of t3 and t4g; choose such as db.r7g.large, or AuroraCapacity.Serverless.";
            }

            yield break;
        }

        if (Min is < 0 or > MostUnits || Max is < 1 or > MostUnits || Min > Max || IsNoHalf(Min) || IsNoHalf(Max))
        {
            yield return $"capacity is {this}, but Serverless v2 has 0 to {MostUnits} units as minimum and 1 to {MostUnits} as maximum, in steps of 0.5, the first not above the second.";
        }

        if (PauseSeconds is < 300 or > 86_400)
        {
            yield return $"capacity pauses after {PauseSeconds} seconds, but must after 300 to 86400.";
        }
    }

    /// <summary>Source: Amazon Aurora user guide, supported engines for instance classes.</summary>
    private static bool IsOffered(string instanceClass) => instanceClass.Split('.') is ["db", { Length: > 1 } family, var size]
        && (family[0] is 'r' or 'x' || (family is "t3" or "t4g" && size is "medium" or "large"));

    private static bool IsNoHalf(double units) => 2 * units % 1 != 0;
}
