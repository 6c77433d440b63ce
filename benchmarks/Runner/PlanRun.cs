using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Platform.Benchmarks;

/// <summary>One plan of the workload, made by the command as a user runs it.</summary>
internal static class PlanRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    public static async Task<ProcessRun> MeasureAsync(string cli, string workload, int resources)
    {
        var project = Directory.CreateTempSubdirectory("platform-benchmark-");
        try
        {
            var document = Path.Combine(project.FullName, "plan.json");
            await File.WriteAllTextAsync(Path.Combine(project.FullName, "Pulumi.yaml"), $$"""
                name: bench
                runtime:
                  name: dotnet
                  options: { binary: {{JsonSerializer.Serialize(workload)}} }
                """);
            await File.WriteAllTextAsync(Path.Combine(project.FullName, "Pulumi.dev.yaml"), $$"""
                config:
                  aws:region: eu-west-1
                  bench:resources: {{resources.ToString(CultureInfo.InvariantCulture)}}
                  bench:type: aws:sqs/queue:Queue
                """);
            var start = new ProcessStartInfo("dotnet", [cli, "plan", "dev", "--program", project.FullName, "--format", "json", "--output", document]);
            var run = await MeasureAsync(start);
            await using var stream = File.OpenRead(document);
            using var plan = await JsonDocument.ParseAsync(stream);
            return plan.RootElement.GetProperty("summary").GetProperty("byType").GetProperty("aws:sqs/queue:Queue").GetInt32() == resources
                ? run
                : throw new InvalidOperationException($"{document} does not have {resources} queues");
        }
        finally
        {
            project.Delete(recursive: true);
        }
    }

    private static async Task<ProcessRun> MeasureAsync(ProcessStartInfo start)
    {
        using var patience = new CancellationTokenSource(Patience);
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        try
        {
            var peak = 0L;
            while (!process.HasExited)
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
                await Task.WhenAny(process.WaitForExitAsync(patience.Token), Task.Delay(BetweenLooks, patience.Token));
                patience.Token.ThrowIfCancellationRequested();
            }

            return process.ExitCode == 0
                ? new(Stopwatch.GetElapsedTime(started).TotalSeconds, null, 0, peak)
                : throw new InvalidOperationException($"the plan ended with exit code {process.ExitCode}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
