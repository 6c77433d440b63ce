using Pulumi.Testing;

namespace Platform.Benchmarks.Workload;

/// <summary>Answers a registration with its inputs and an ARN, as cheaply as a mock can.</summary>
public sealed class EchoMocks : IMocks
{
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) =>
        Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs.SetItem("arn", $"arn:bench:{args.Name}")));

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
}
