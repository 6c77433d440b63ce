namespace Platform.Components.Compute.Tasks;

/// <summary>A container beside a service's own, such as a collector of traces. It runs as the same user on the same read-only disk.</summary>
public sealed record Sidecar
{
    /// <summary>Name within the task; not the service's own.</summary>
    public required string Name { get; init; }

    /// <summary>Image by digest, built for ARM64.</summary>
    public required string Image { get; init; }

    /// <summary>CPU it needs beyond the service's own, in units of 1/1024 vCPU, 0 to 16384.</summary>
    public required int Cpu { get; init; }

    /// <summary>Memory it needs beyond the service's own, and cannot exceed, in MiB, 16 to 122880.</summary>
    public required int Memory { get; init; }

    /// <summary>Environment variables; nothing secret. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
