using System.Globalization;

namespace Platform.Components.Observability.Signals;

/// <summary>
/// What a class of machine has, read from its name. Source: EC2 instance types, where a family keeps its ratio of memory to CPUs
/// over all sizes from <c>large</c> on, and the smaller sizes of the <c>t</c> families are listed one by one; the same for RDS in
/// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Summary.html.
/// </summary>
/// <param name="Vcpus">Virtual CPUs.</param>
/// <param name="MemoryGiB">Memory.</param>
public sealed record MachineSize(int Vcpus, double MemoryGiB)
{
    /// <summary>Bytes a GiB has.</summary>
    public const double GiB = 1024.0 * 1024 * 1024;

    /// <summary>
    /// The connections RDS for PostgreSQL lets in: LEAST(DBInstanceClassMemory / 9531392, 5000). The operating system takes part of the
    /// memory first, so that 5 % less is what is seen. Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html.
    /// </summary>
    public int PostgresConnections => (int)Math.Min(5000, 0.95 * MemoryGiB * GiB / 9_531_392);

    /// <summary>The size of a class such as <c>db.r7g.large</c>, <c>cache.t4g.small</c> or <c>m7g.xlarge</c>; null for an unknown one.</summary>
    public static MachineSize? Of(string machineClass)
    {
        var parts = machineClass.Split('.');
        if (parts.Length is < 2 or > 3 || parts[^2].Length < 2)
        {
            return null;
        }

        var (family, size) = (parts[^2], parts[^1]);
        if (family[0] == 't')
        {
            return size switch
            {
                "micro" => new(2, 1),
                "small" => new(2, 2),
                "medium" => new(2, 4),
                "large" => new(2, 8),
                "xlarge" => new(4, 16),
                "2xlarge" => new(8, 32),
                _ => null,
            };
        }

        double? perVcpu = family switch
        {
            ['c', ..] => 2,
            ['m', ..] => 4,
            ['r', ..] => 8,
            "x2g" or "x2gd" or "x2idn" or "x8g" => 16,
            "x2iedn" or "x2iezn" => 32,
            _ => null,
        };
        return perVcpu is { } ratio && Cpus(size) is { } vcpus ? new(vcpus, ratio * vcpus) : null;
    }

    private static int? Cpus(string size) => size switch
    {
        "medium" => 1,
        "large" => 2,
        "xlarge" => 4,
        _ when size.EndsWith("xlarge", StringComparison.Ordinal)
            && int.TryParse(size.AsSpan(0, size.Length - "xlarge".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var times)
            && times is > 1 and <= 48 => 4 * times,
        _ => null,
    };
}
