namespace Pulumi;

/// <summary>An output that is handed out first and given its value later, to tie a knot between resources.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class DeferredOutput<T>
{
    private readonly TaskCompletionSource<Output<T>> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Makes an output without a value.</summary>
    public DeferredOutput()
    {
        Output = Output<T>.From(AwaitAsync(_source.Task));
    }

    /// <summary>The output to hand out. The deployment waits for it, so it must be resolved.</summary>
    public Output<T> Output { get; }

    /// <summary>Gives the output its value.</summary>
    /// <param name="output">Where the value, its dependencies and its secrecy come from.</param>
    /// <exception cref="InvalidOperationException">It was resolved before.</exception>
    public void Resolve(Output<T> output)
    {
        if (!_source.TrySetResult(output))
        {
            throw new InvalidOperationException("DeferredOutput was resolved a second time; each can be resolved only once.");
        }
    }

    private static async ValueTask<OutputData<T>> AwaitAsync(Task<Output<T>> source)
    {
        var output = await source.ConfigureAwait(false);
        return await output.GetDataAsync().ConfigureAwait(false);
    }
}
