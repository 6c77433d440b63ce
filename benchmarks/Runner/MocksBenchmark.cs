using BenchmarkDotNet.Attributes;
using Platform.Benchmarks.Workload;
using Pulumi.Testing;

namespace Platform.Benchmarks;

/// <summary>A warm process: what a resource costs through mocks, in time and in allocated bytes.</summary>
[MemoryDiagnoser]
public class MocksBenchmark
{
    [Params(1, 100, 1_000, 10_000)]
    public int Resources { get; set; }

    [Benchmark]
    public Task Register() =>
        Pulumi.Deployment.TestAsync(new EchoMocks(), new TestOptions { IsPreview = false }, () => Batch.BuildAll(Resources));
}
