namespace Platform.Components.Compute.Instances.Fleets;

/// <summary>
/// The machines a fleet may use, said by what they offer instead of by name: every current type that fits is one more
/// spot pool to draw from, and a type that sells out takes nothing down.
/// </summary>
public sealed record InstanceShape
{
    /// <summary>Fewest vCPUs an instance may have, 1 to 192.</summary>
    public required int MinVcpus { get; init; }

    /// <summary>Most vCPUs an instance may have, at least <see cref="MinVcpus"/>. The quota a fleet needs follows from it.</summary>
    public required int MaxVcpus { get; init; }

    /// <summary>Least memory in GiB, 1 to 1,536.</summary>
    public required int MinMemoryGiB { get; init; }

    /// <summary>Most memory in GiB, at least <see cref="MinMemoryGiB"/>.</summary>
    public required int MaxMemoryGiB { get; init; }

    /// <summary>Architecture of the image and of the container: <c>arm64</c> or <c>x86_64</c>. Default: <c>arm64</c>.</summary>
    public string Architecture { get; init; } = "arm64";

    /// <summary>Whether burstable (t) types may be chosen. Default: false; their credits run out under steady load.</summary>
    public bool Burstable { get; init; }

    /// <summary>Families whose vCPUs all count towards the one "Standard" quota, which keeps the quota statement exact.</summary>
    internal IReadOnlyList<string> Families => Burstable ? ["c*", "m*", "r*", "t*"] : ["c*", "m*", "r*"];

    internal IReadOnlyList<string> Manufacturers => Architecture == "arm64" ? ["amazon-web-services"] : ["amd", "intel"];
}
