using System.Reflection;

namespace Pulumi;

/// <summary>What a deployment runs: something that makes the stack and its resources, and tells the stack's outputs.</summary>
internal abstract class StackProgram
{
    /// <summary>Makes everything; called once, inside the deployment.</summary>
    public abstract Task RunAsync();

    public static StackProgram Of(Func<Task<IDictionary<string, object?>>> func, StackOptions? options) => new FromFunction(func, options);

    public static StackProgram Of<TStack>()
        where TStack : Stack, new() => new FromClass(() => new TStack());

    public static StackProgram Of<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack => new FromClass(() =>
            (Stack?)serviceProvider.GetService(typeof(TStack)) ?? throw new InvalidOperationException(
                $"The service provider gives no {typeof(TStack).FullName}; register that type before calling RunAsync."));

    private sealed class FromFunction(Func<Task<IDictionary<string, object?>>> func, StackOptions? options) : StackProgram
    {
        public override async Task RunAsync()
        {
            var stack = new Stack(options);
            var outputs = await func().ConfigureAwait(false);
            stack.Complete(Output.Create(outputs));
        }
    }

    private sealed class FromClass(Func<Stack> create) : StackProgram
    {
        public override Task RunAsync()
        {
            try
            {
                var stack = create();
                stack.Complete(Output.Create(stack.ReadOutputs()));
                return Task.CompletedTask;
            }
            catch (TargetInvocationException wrapped) when (wrapped.InnerException is { } inner)
            {
                // `new TStack()` goes through reflection, which wraps what the constructor throws.
                return Task.FromException(inner);
            }
        }
    }
}
