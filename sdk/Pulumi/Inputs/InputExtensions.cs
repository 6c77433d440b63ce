namespace Pulumi;

/// <summary>Inputs used like outputs.</summary>
public static class InputExtensions
{
    /// <summary>The input as an output; one of the type's default if there is no input.</summary>
    /// <param name="input">The input.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static Output<T> ToOutput<T>(this Input<T>? input) => input is null ? Output.Create(default(T)!) : input.ToOutput();

    /// <summary>An output of what a function makes of the value. Not called while the value is unknown.</summary>
    /// <param name="input">The input.</param>
    /// <param name="func">What to make of the value.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="TResult">The type of the new value.</typeparam>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, TResult> func) => ToOutput(input).Apply(func);

    /// <summary>An output of what an asynchronous function makes of the value. Not called while the value is unknown.</summary>
    /// <param name="input">The input.</param>
    /// <param name="func">What to make of the value.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="TResult">The type of the new value.</typeparam>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Task<TResult>> func) => ToOutput(input).Apply(func);

    /// <summary>An output of what a function makes of the value, unwrapping the input it returns.</summary>
    /// <param name="input">The input.</param>
    /// <param name="func">What to make of the value.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="TResult">The type of the new value.</typeparam>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Input<TResult>?> func) => ToOutput(input).Apply(func);

    /// <summary>An output of what a function makes of the value, unwrapping the output it returns.</summary>
    /// <param name="input">The input.</param>
    /// <param name="func">What to make of the value.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="TResult">The type of the new value.</typeparam>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Output<TResult>?> func) => ToOutput(input).Apply(func);
}
