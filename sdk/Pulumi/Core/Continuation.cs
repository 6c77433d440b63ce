namespace Pulumi;

/// <summary>What the function given to an <c>Apply</c> returns.</summary>
internal enum ContinuationKind
{
    Value,
    Task,
    TaskOfResult,
    Input,
    Output,
}

/// <summary>Runs the functions given to <c>Apply</c>.</summary>
internal static class Continuation
{
    public static Output<TResult> Run<T, TResult>(Output<T> source, Delegate func, ContinuationKind kind)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Output<TResult>.From(RunAsync<T, TResult>(source, func, kind));
    }

    private static async ValueTask<OutputData<TResult>> RunAsync<T, TResult>(Output<T> source, Delegate func, ContinuationKind kind)
    {
        var data = await source.GetDataAsync().ConfigureAwait(false);
        if (!data.IsKnown)
        {
            return data.With<TResult>(default!);
        }

        switch (kind)
        {
            case ContinuationKind.Value:
                return data.With(((Func<T, TResult>)func)(data.Value));

            case ContinuationKind.TaskOfResult:
                return data.With(await ((Func<T, Task<TResult>>)func)(data.Value).ConfigureAwait(false));

            case ContinuationKind.Task:
                await ((Func<T, Task>)func)(data.Value).ConfigureAwait(false);
                return data.With<TResult>(default!);

            default:
                var inner = kind == ContinuationKind.Input
                    ? ((Func<T, Input<TResult>?>)func)(data.Value)?.ToOutput()
                    : ((Func<T, Output<TResult>?>)func)(data.Value);
                return inner is null
                    ? data.With<TResult>(default!)
                    : data.Combine(await inner.GetDataAsync().ConfigureAwait(false));
        }
    }
}
