using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>
/// A value that may arrive later, together with what must travel with it: the resources it comes from, whether it
/// is known yet, and whether it is secret.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
[SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "The official signature.")]
public sealed class Output<T> : IResourceOutput
{
    private OutputData<T> _data;   // valid once _ready is null or completed
    private Task? _ready;

    internal Output(OutputData<T> data)
    {
        _data = data;
        if (data.IsSecret && data.IsKnown)
        {
            Secrets.Remember(data.Value);
        }
    }

    // Made through reflection for the outputs of a resource, and by Settle's callers.
    internal Output()
    {
    }

    /// <summary>An output of what a task yields.</summary>
    /// <param name="value">The task; its failure becomes the failure of the deployment.</param>
    public static Output<T> Create(Task<T> value) => Output.Create(value);

    /// <summary>Waits for what an asynchronous function does with the value. Not called while the value is unknown.</summary>
    /// <param name="func">What to do with the value.</param>
    public Output<ValueTuple> Apply(Func<T, Task> func) => Continuation.Run<T, ValueTuple>(this, func, ContinuationKind.Task);

    /// <summary>An output of what an asynchronous function makes of the value. Not called while the value is unknown.</summary>
    /// <param name="func">What to make of the value.</param>
    /// <typeparam name="TResult">The type of the new value.</typeparam>
    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) =>
        Continuation.Run<T, TResult>(this, func, ContinuationKind.TaskOfResult);

    /// <summary>An output of what a function makes of the value. Not called while the value is unknown.</summary>
    /// <param name="func">What to make of the value; it runs once, as soon as the value is there.</param>
    /// <typeparam name="TResult">The type of the new value.</typeparam>
    public Output<TResult> Apply<TResult>(Func<T, TResult> func) =>
        Continuation.Run<T, TResult>(this, func, ContinuationKind.Value);

    /// <summary>An output of what a function makes of the value, unwrapping the input it returns.</summary>
    /// <param name="func">What to make of the value; <c>null</c> stands for the type's default.</param>
    /// <typeparam name="TResult">The type of the new value.</typeparam>
    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) =>
        Continuation.Run<T, TResult>(this, func, ContinuationKind.Input);

    /// <summary>An output of what a function makes of the value, unwrapping the output it returns.</summary>
    /// <param name="func">What to make of the value; <c>null</c> stands for the type's default.</param>
    /// <typeparam name="TResult">The type of the new value.</typeparam>
    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) =>
        Continuation.Run<T, TResult>(this, func, ContinuationKind.Output);

    /// <summary>Like <see cref="Apply{TResult}(Func{T, Output{TResult}})"/> for a function that takes any object.</summary>
    /// <param name="func">What to make of the value.</param>
    /// <typeparam name="TResult">The type of the new value.</typeparam>
    public Output<TResult> UntypedApply<TResult>(Func<object?, Output<TResult>> func) => Apply(value => (Output<TResult>?)func(value));

    /// <summary>
    /// Not the value: a text that says so, and a warning in the log. An output cannot become a string before its value
    /// is there; use <see cref="Apply{TResult}(Func{T, TResult})"/> or <see cref="Output.Format(FormattableString)"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException"><c>PULUMI_ERROR_OUTPUT_STRING</c> is set to <c>1</c> or <c>true</c>.</exception>
    public override string ToString() => OutputText.Describe();

    /// <summary>An output that is settled when <paramref name="data"/> is; the deployment fails if that fails.</summary>
    internal static Output<T> From(ValueTask<OutputData<T>> data)
    {
        if (data.IsCompletedSuccessfully)
        {
            return new Output<T>(data.Result);
        }

        var output = new Output<T>();
        output.Follow(output.SettleAsync(data));
        return output;
    }

    /// <summary>Has the output wait for the code that settles it; the deployment fails if that fails.</summary>
    internal void Follow(Task settling)
    {
        if (!settling.IsCompletedSuccessfully)
        {
            WaitFor(settling);
            Deployment.Track(settling);
        }
    }

    /// <summary>Whether there is nothing left to wait for, be it a value or a failure.</summary>
    internal bool IsCompleted => Volatile.Read(ref _ready) is not { IsCompleted: false };

    /// <summary>Completes when the output is settled. Of many that wait, those who wait for this hold the least memory.</summary>
    internal Task WhenSettled => Volatile.Read(ref _ready) ?? Task.CompletedTask;

    /// <summary>What the output was settled with. Nothing yet before <see cref="WhenSettled"/> has completed.</summary>
    internal OutputData<T> SettledData => _data;

    internal ValueTask<OutputData<T>> GetDataAsync()
    {
        var ready = Volatile.Read(ref _ready);
        if (ready is null)
        {
            return new(_data);
        }

        if (ready.IsCompletedSuccessfully)
        {
            Volatile.Write(ref _ready, null);
            return new(_data);
        }

        return WaitAsync(ready);
    }

    /// <summary>The value alone, once it is settled.</summary>
    internal ValueTask<T> GetValueAsync()
    {
        var ready = WhenSettled;
        return ready.IsCompletedSuccessfully ? new(_data.Value) : ValueAsync(ready);

        async ValueTask<T> ValueAsync(Task ready)
        {
            await ready.ConfigureAwait(false);
            return _data.Value;
        }
    }

    ValueTask<OutputData<object?>> IOutput.GetUntypedDataAsync()
    {
        var ready = WhenSettled;
        return ready.IsCompletedSuccessfully ? new(_data.Untyped()) : UntypedAsync(ready);

        async ValueTask<OutputData<object?>> UntypedAsync(Task ready)
        {
            await ready.ConfigureAwait(false);
            return _data.Untyped();
        }
    }

    void IResourceOutput.WaitFor(Task ready) => WaitFor(ready);

    void IResourceOutput.Settle(OutputData<object?> data) => Settle(data.With((T)data.Value!));

    internal void WaitFor(Task ready) => Volatile.Write(ref _ready, ready);

    internal void Settle(OutputData<T> data)
    {
        _data = data;
        if (data.IsSecret && data.IsKnown)
        {
            Secrets.Remember(data.Value);
        }
    }

    private async Task SettleAsync(ValueTask<OutputData<T>> data) => Settle(await data.ConfigureAwait(false));

    private async ValueTask<OutputData<T>> WaitAsync(Task ready)
    {
        await ready.ConfigureAwait(false);
        return _data;
    }
}
