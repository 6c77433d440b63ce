using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

/// <content>The ways to run a program against mocks.</content>
public sealed partial class Deployment
{
    /// <summary>Runs a stack against mocks. A failure of the program is thrown.</summary>
    /// <param name="mocks">Answers for the engine and its providers.</param>
    /// <param name="options">What the deployment is called, and whether it is a preview. Default: a preview.</param>
    /// <typeparam name="TStack">The stack.</typeparam>
    /// <returns>All resources, the stack included.</returns>
    public static async Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() =>
        (await TestRun.RunAsync(mocks, options, StackProgram.Of<TStack>()).ConfigureAwait(false)).All;

    /// <summary>Runs a stack made by a service provider against mocks. A failure of the program is thrown.</summary>
    /// <param name="mocks">Answers for the engine and its providers.</param>
    /// <param name="serviceProvider">Makes the stack; it must not exist before.</param>
    /// <param name="options">What the deployment is called, and whether it is a preview. Default: a preview.</param>
    /// <typeparam name="TStack">The stack.</typeparam>
    /// <returns>All resources, the stack included.</returns>
    public static async Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack =>
        (await TestRun.RunAsync(mocks, options, StackProgram.Of<TStack>(serviceProvider)).ConfigureAwait(false)).All;

    /// <summary>Runs a function against mocks. A failure of the program is thrown.</summary>
    /// <param name="testMocks">Answers for the engine and its providers.</param>
    /// <param name="testOptions">What the deployment is called, and whether it is a preview.</param>
    /// <param name="createResources">Makes the resources and returns the stack's outputs by name.</param>
    /// <returns>All resources but the stack, and the stack's outputs.</returns>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources) =>
        TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));

    /// <summary>Runs an asynchronous function against mocks. A failure of the program is thrown.</summary>
    /// <param name="testMocks">Answers for the engine and its providers.</param>
    /// <param name="testOptions">What the deployment is called, and whether it is a preview.</param>
    /// <param name="createResources">Makes the resources and returns the stack's outputs by name.</param>
    /// <returns>All resources but the stack, and the stack's outputs.</returns>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
    {
        IDictionary<string, object?> outputs = NoOutputs();
        var run = await TestRun.RunAsync(testMocks, testOptions, StackProgram.Of(CreateAsync, options: null)).ConfigureAwait(false);
        return (run.WithoutStack, outputs);

        async Task<IDictionary<string, object?>> CreateAsync()
        {
            outputs = await createResources().ConfigureAwait(false);
            return NoOutputs();
        }
    }

    /// <summary>Runs a function without outputs against mocks. A failure of the program is thrown.</summary>
    /// <param name="testMocks">Answers for the engine and its providers.</param>
    /// <param name="testOptions">What the deployment is called, and whether it is a preview.</param>
    /// <param name="createResources">Makes the resources.</param>
    /// <returns>All resources but the stack.</returns>
    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources) =>
        TestAsync(testMocks, testOptions, () =>
        {
            createResources();
            return Task.CompletedTask;
        });

    /// <summary>Runs an asynchronous function without outputs against mocks. A failure of the program is thrown.</summary>
    /// <param name="testMocks">Answers for the engine and its providers.</param>
    /// <param name="testOptions">What the deployment is called, and whether it is a preview.</param>
    /// <param name="createResources">Makes the resources.</param>
    /// <returns>All resources but the stack.</returns>
    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
    {
        var run = await TestRun.RunAsync(testMocks, testOptions, StackProgram.Of(CreateAsync, options: null)).ConfigureAwait(false);
        return run.WithoutStack;

        async Task<IDictionary<string, object?>> CreateAsync()
        {
            await createResources().ConfigureAwait(false);
            return NoOutputs();
        }
    }
}
