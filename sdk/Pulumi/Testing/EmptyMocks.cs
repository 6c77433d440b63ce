namespace Pulumi.Testing;

/// <summary>Mocks that give back what they get: resources have their inputs as outputs and no id.</summary>
public class EmptyMocks : IMocks
{
    /// <summary>No id, and the inputs as outputs.</summary>
    /// <param name="args">The resource.</param>
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) =>
        Task.FromResult<(string?, object)>((null, args.Inputs));

    /// <summary>The arguments as the result.</summary>
    /// <param name="args">The call.</param>
    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
}
