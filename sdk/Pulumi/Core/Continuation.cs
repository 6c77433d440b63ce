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
        var result = new Output<TResult>();
        result.Follow(RunAsync(source, func, kind, result));
        return result;
    }

    private static async Task RunAsync<T, TResult>(Output<T> source, Delegate func, ContinuationKind kind, Output<TResult> result)
    {
        await source.WhenSettled.ConfigureAwait(false);
        var data = source.SettledData;
        if (!data.IsKnown)
        {
            result.Settle(data.With<TResult>(default!));
            return;
        }

        switch (kind)
        {
            case ContinuationKind.Value:
                result.Settle(data.With(((Func<T, TResult>)func)(data.Value)));
                break;

            case ContinuationKind.TaskOfResult:
                result.Settle(data.With(await ((Func<T, Task<TResult>>)func)(data.Value).ConfigureAwait(false)));
                break;

            case ContinuationKind.Task:
                await ((Func<T, Task>)func)(data.Value).ConfigureAwait(false);
                result.Settle(data.With<TResult>(default!));
                break;

            default:
                var inner = kind == ContinuationKind.Input
                    ? ((Func<T, Input<TResult>?>)func)(data.Value)?.ToOutput()
                    : ((Func<T, Output<TResult>?>)func)(data.Value);
                result.Settle(inner is null
                    ? data.With<TResult>(default!)
                    : data.Combine(await inner.GetDataAsync().ConfigureAwait(false)));
                break;
        }
    }
}
