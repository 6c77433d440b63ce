namespace Platform.Components.Data.Cache;

/// <summary>
/// How much a serverless cache may hold and do, which caps what it costs. Beyond the first limit it forgets keys with a time to live and then
/// refuses writes; beyond the second it answers late. Keys without a time to live are never forgotten.
/// </summary>
/// <param name="MaxStorageGB">Gigabytes it may hold, 1 to 5,000.</param>
/// <param name="MaxEcpuPerSecond">Processing units it may use in a second, 1,000 to 15,000,000; a small read or write takes one.</param>
/// <param name="MinStorageGB">Gigabytes that are ready, and paid for, before they are used. Default: none.</param>
/// <param name="MinEcpuPerSecond">Processing units that are ready, and paid for, before they are used; 1,000 or more. Default: none.</param>
public sealed record ServerlessLimits(int MaxStorageGB, int MaxEcpuPerSecond, int? MinStorageGB = null, int? MinEcpuPerSecond = null)
{
    // Source: cacheUsageLimits, documentation of the AWS provider 7.48; the provider checks the second itself.
    private const int MostGB = 5_000;
    private const int FewestEcpu = 1_000;
    private const int MostEcpu = 15_000_000;

    /// <summary>What is wrong with them, as sentences; empty when nothing is.</summary>
    public IEnumerable<string> Problems()
    {
        if (MaxStorageGB is < 1 or > MostGB)
        {
            yield return $"serverless.maxStorageGB is {MaxStorageGB}, but must be 1 to {MostGB}.";
        }

        if (MaxEcpuPerSecond is < FewestEcpu or > MostEcpu)
        {
            yield return $"serverless.maxEcpuPerSecond is {MaxEcpuPerSecond}, but must be {FewestEcpu} to {MostEcpu}.";
        }

        if (MinStorageGB is { } storage && (storage < 1 || storage > MaxStorageGB))
        {
            yield return $"serverless.minStorageGB is {storage}, but must be 1 to maxStorageGB, {MaxStorageGB}.";
        }

        if (MinEcpuPerSecond is { } units && (units < FewestEcpu || units > MaxEcpuPerSecond))
        {
            yield return $"serverless.minEcpuPerSecond is {units}, but must be {FewestEcpu} to maxEcpuPerSecond, {MaxEcpuPerSecond}.";
        }
    }
}
