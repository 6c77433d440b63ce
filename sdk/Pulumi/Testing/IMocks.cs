namespace Pulumi.Testing;

/// <summary>Answers for the engine and its providers in a test.</summary>
public interface IMocks
{
    /// <summary>Called for every resource but the stack: registered, read, provider or component.</summary>
    /// <param name="args">The resource.</param>
    /// <returns>
    /// The provider's id (null for none) and the outputs: a dictionary by wire names, an arguments object or an output type.
    /// </returns>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>Called for every provider function and method.</summary>
    /// <param name="args">The call.</param>
    /// <returns>The result: a dictionary by wire names, an arguments object or an output type.</returns>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>Called when a component or the stack registers its outputs. Default: nothing happens.</summary>
    /// <param name="args">The outputs.</param>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}
