namespace Platform.Components.Compute;

/// <summary>
/// The CPU and memory pairs Fargate runs; it refuses every other pair when the task starts, long after the plan was approved.
/// </summary>
public static class FargateSize
{
    /// <summary>The CPU sizes, in units of 1/1024 vCPU.</summary>
    public static IReadOnlyList<int> CpuUnits { get; } = [256, 512, 1024, 2048, 4096, 8192, 16384];

    /// <summary>The memory sizes that go with a CPU size, in MiB and ascending; none for a CPU size Fargate does not have.</summary>
    /// <param name="cpu">CPU units.</param>
    public static IReadOnlyList<int> MemoryFor(int cpu) => cpu switch
    {
        256 => [512, 1024, 2048],
        512 => Steps(1024, 4096, 1024),
        1024 => Steps(2048, 8192, 1024),
        2048 => Steps(4096, 16384, 1024),
        4096 => Steps(8192, 30720, 1024),
        8192 => Steps(16384, 61440, 4096),
        16384 => Steps(32768, 122880, 8192),
        _ => [],
    };

    /// <summary>What is wrong with a memory size for a CPU size, as the end of a sentence; null when Fargate has the pair.</summary>
    /// <param name="cpu">CPU units, one of <see cref="CpuUnits"/>.</param>
    /// <param name="memory">MiB.</param>
    public static string? MemoryProblem(int cpu, int memory)
    {
        var sizes = MemoryFor(cpu);
        if (sizes.Contains(memory))
        {
            return null;
        }

        var choice = sizes.Count > 3 ? $"{sizes[0]} to {sizes[^1]} in steps of {sizes[1] - sizes[0]}" : string.Join(", ", sizes);
        return $"with cpu {cpu} it must be {choice}";
    }

    /// <summary>The smallest pair that holds what the containers of a task need together; null when Fargate has none so large.</summary>
    /// <param name="cpu">CPU units needed.</param>
    /// <param name="memory">MiB needed.</param>
    public static (int Cpu, int Memory)? Smallest(int cpu, int memory)
    {
        foreach (var units in CpuUnits.Where(units => units >= cpu))
        {
            foreach (var size in MemoryFor(units).Where(size => size >= memory))
            {
                return (units, size);
            }
        }

        return null;
    }

    private static int[] Steps(int first, int last, int step) =>
        [.. Enumerable.Range(0, ((last - first) / step) + 1).Select(i => first + (i * step))];
}
