using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Platform.Benchmarks;

// Runner [--runs N] [--readme FILE]: whole processes in turns, figures into the README; --micro: BenchmarkDotNet instead.
if (args is ["--micro", ..])
{
    BenchmarkRunner.Run<MocksBenchmark>(DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
    return 0;
}

var runs = Option("--runs") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 10;
var here = AppContext.BaseDirectory;
var workload = Path.GetFullPath(Path.Combine(here, "../../../../Workload/bin/Debug/net10.0/Workload.dll"));
var empty = Path.GetFullPath(Path.Combine(here, "../../../../Empty/bin/Debug/net10.0/Empty.dll"));

var series = new Dictionary<string, (Func<Task<ProcessRun>> Run, List<ProcessRun> Results)>
{
    ["empty process"] = (() => ProcessRun.EmptyAsync(empty), []),
};
foreach (var n in (int[])[1, 100, 1_000, 10_000])
{
    series[string.Create(CultureInfo.InvariantCulture, $"gRPC, {n:N0}")] = (() => ProcessRun.GrpcAsync(workload, n), []);
    series[string.Create(CultureInfo.InvariantCulture, $"mocks, {n:N0}")] = (() => ProcessRun.MocksAsync(workload, n), []);
}

for (var round = 0; round <= runs; round++)
{
    foreach (var (_, (run, results)) in series)
    {
        var result = await run();
        if (round > 0)   // the first round fills the caches of the disk
        {
            results.Add(result);
        }
    }

    Console.Error.WriteLine($"round {round} of {runs}");
}

var emptySeconds = Report.Median(series["empty process"].Results.Select(run => run.Seconds));
var report = new Report(Report.Machine(), DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), runs);
foreach (var (name, (_, results)) in series)
{
    report.Add(name, results, emptySeconds);
}

double Seconds(string name) => Report.Median(series[name].Results.Select(run => run.Seconds));
double Allocated(string name) => Report.Median(series[name].Results.Select(run => (double)run.AllocatedBytes));
report.AddRatio("Time per resource over gRPC, 10,000 against 1,000", Seconds("gRPC, 10,000") / 10 / Seconds("gRPC, 1,000"));
report.AddFigure(
    "Allocated per resource through mocks, from 1,000 to 10,000",
    string.Create(CultureInfo.InvariantCulture, $"{(Allocated("mocks, 10,000") - Allocated("mocks, 1,000")) / 9_000 / 1024:0.0} KiB"));
report.WriteInto(Option("--readme") ?? Path.GetFullPath(Path.Combine(here, "../../../../README.md")));
return 0;

string? Option(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
