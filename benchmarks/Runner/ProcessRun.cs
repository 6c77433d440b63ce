using System.Diagnostics;
using System.Globalization;

namespace Platform.Benchmarks;

/// <summary>What one child process took.</summary>
internal sealed record ProcessRun(double Seconds, double? FirstRegistrationSeconds, long AllocatedBytes, long PeakBytes)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<ProcessRun> EmptyAsync(string dll)
    {
        var (seconds, _, _) = await RunAsync(dll, [], null);
        return new(seconds, null, 0, 0);
    }

    public static async Task<ProcessRun> MocksAsync(string dll, int resources)
    {
        var (seconds, _, line) = await RunAsync(dll, [resources.ToString(CultureInfo.InvariantCulture), "mocks"], null);
        var (allocated, peak) = Parse(line);
        return new(seconds, null, allocated, peak);
    }

    public static async Task<ProcessRun> GrpcAsync(string dll, int resources)
    {
        await using var monitor = new Monitor();
        var address = await monitor.StartAsync();
        var (seconds, started, line) = await RunAsync(dll, [resources.ToString(CultureInfo.InvariantCulture), "grpc"], address);
        if (monitor.Registrations < resources)
        {
            throw new InvalidOperationException($"{dll}: {monitor.Registrations} of {resources} resources were registered");
        }

        var (allocated, peak) = Parse(line);
        return new(seconds, Stopwatch.GetElapsedTime(started, monitor.FirstRegistration).TotalSeconds, allocated, peak);
    }

    private static async Task<(double Seconds, long Started, string Line)> RunAsync(string dll, IEnumerable<string> arguments, string? monitor)
    {
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments]) { RedirectStandardOutput = true };
        if (monitor is not null)
        {
            start.Environment["PULUMI_MONITOR"] = monitor;
            start.Environment["PULUMI_ENGINE"] = monitor;
            start.Environment["PULUMI_PROJECT"] = "bench";
            start.Environment["PULUMI_STACK"] = "bench";
            start.Environment["PULUMI_DRY_RUN"] = "false";
            start.Environment["PULUMI_QUERY_MODE"] = "false";
            start.Environment["PULUMI_PARALLEL"] = "16";
            start.Environment["PULUMI_CONFIG"] = "{}";
        }

        using var patience = new CancellationTokenSource(Patience);
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        try
        {
            var line = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            return process.ExitCode == 0
                ? (seconds, started, line)
                : throw new InvalidOperationException($"{dll} ended with exit code {process.ExitCode}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static (long Allocated, long Peak) Parse(string line)
    {
        var parts = line.Trim().Split(' ');
        return (long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
