using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Platform.Benchmarks;

// Runner [--runs N] [--only SECTION] [--readme FILE]: whole processes in turns, figures into the README;
// --micro: BenchmarkDotNet instead.
if (args is ["--micro", ..])
{
    BenchmarkRunner.Run<MocksBenchmark>(DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
    return 0;
}

var runs = Option("--runs") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 10;
var benchmarks = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../.."));
var empty = new Series("empty process", () => ProcessRun.EmptyAsync(Built("Empty")));
ISection[] sections =
[
    new RuntimeSection(Built("Workload"), empty),
    new PlanSection(Path.Combine(benchmarks, "../tools/cli/bin/Debug/net10.0/cli.dll"), Built("Workload")),
];
sections = [.. sections.Where(section => Option("--only") is not { } only || section.Name == only)];
if (sections.Length == 0)
{
    Console.Error.WriteLine($"There is no section '{Option("--only")}'.");
    return 2;
}

var report = new Report(
    Option("--readme") ?? Path.Combine(benchmarks, "README.md"),
    DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    runs);
report.Check(sections);
for (var round = 0; round <= runs; round++)
{
    foreach (var series in sections.SelectMany(section => section.Series).Prepend(empty))
    {
        await series.RunAsync(counts: round > 0);   // the first round fills the caches of the disk
    }

    Console.Error.WriteLine($"round {round} of {runs}");
}

report.Write(sections, empty.MedianSeconds);
return 0;

string Built(string project) => Path.Combine(benchmarks, project, "bin/Debug/net10.0", project + ".dll");

string? Option(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
