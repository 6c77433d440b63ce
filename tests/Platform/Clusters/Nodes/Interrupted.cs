using System.Collections.Concurrent;
using Pulumi.Testing;

namespace Platform.Tests.Clusters.Nodes;

/// <summary>An engine that fails at one resource. What is registered nevertheless did not wait for it.</summary>
internal sealed class Interrupted(string name) : IMocks
{
    private readonly ConcurrentQueue<(string Type, string Name)> _registered = new();

    public IEnumerable<string> Registered => _registered.Select(resource => resource.Name);

    public IEnumerable<string> RegisteredTypes => _registered.Select(resource => resource.Type);

    public IEnumerable<string> Types(string of) => _registered.Where(resource => resource.Name == of).Select(resource => resource.Type);

    public static async Task<Interrupted> At(string name, Action build)
    {
        var engine = new Interrupted(name);
        await Assert.ThrowsAnyAsync<Exception>(() => Deployment.TestAsync(engine, new TestOptions { ProjectName = "platform", StackName = "dev", IsPreview = false }, build));
        return engine;
    }

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _registered.Enqueue((args.Type!, args.Name!));
        return args.Name == name && !args.Type!.StartsWith("platform:", StringComparison.Ordinal)
            ? throw new InvalidOperationException($"{name} cannot be made.")
            : Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs.SetItems(Pretend.Outputs(new(args.Type!, args.Name!, args.Inputs, args.Provider)))));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(Pretend.Answer(args.Token!));
}
