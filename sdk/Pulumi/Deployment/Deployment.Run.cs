namespace Pulumi;

/// <content>The ways to run a program under the engine.</content>
public sealed partial class Deployment
{
    /// <summary>Runs a program that has no outputs.</summary>
    /// <param name="action">Makes the resources.</param>
    /// <returns>The exit code for <c>Main</c>: 0 if all went well.</returns>
    public static Task<int> RunAsync(Action action) => RunAsync(() =>
    {
        action();
        return Task.FromResult<IDictionary<string, object?>>(NoOutputs());
    });

    /// <summary>Runs a program.</summary>
    /// <param name="func">Makes the resources and returns the stack's outputs by name.</param>
    /// <returns>The exit code for <c>Main</c>: 0 if all went well.</returns>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RunAsync(() => Task.FromResult(func()));

    /// <summary>Runs an asynchronous program that has no outputs.</summary>
    /// <param name="func">Makes the resources.</param>
    /// <returns>The exit code for <c>Main</c>: 0 if all went well.</returns>
    public static Task<int> RunAsync(Func<Task> func) => RunAsync(async () =>
    {
        await func().ConfigureAwait(false);
        return NoOutputs();
    });

    /// <summary>Runs an asynchronous program.</summary>
    /// <param name="func">Makes the resources and returns the stack's outputs by name.</param>
    /// <param name="options">What applies to every resource. Default: nothing.</param>
    /// <returns>The exit code for <c>Main</c>: 0 if all went well.</returns>
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) =>
        Runner.RunUnderEngineAsync(StackProgram.Of(func, options));

    /// <summary>Runs the program that a stack's constructor is.</summary>
    /// <typeparam name="TStack">The stack.</typeparam>
    /// <returns>The exit code for <c>Main</c>: 0 if all went well.</returns>
    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() => Runner.RunUnderEngineAsync(StackProgram.Of<TStack>());

    /// <summary>Runs the program that a stack's constructor is, with the stack made by a service provider.</summary>
    /// <param name="serviceProvider">Makes the stack; it must not exist before.</param>
    /// <typeparam name="TStack">The stack.</typeparam>
    /// <returns>The exit code for <c>Main</c>: 0 if all went well.</returns>
    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack => Runner.RunUnderEngineAsync(StackProgram.Of<TStack>(serviceProvider));

    private static Dictionary<string, object?> NoOutputs() => [];
}
