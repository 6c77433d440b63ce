using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>An input of whatever type.</summary>
internal interface IInput
{
    /// <summary>The value as an output.</summary>
    IOutput ToOutput();

    /// <summary>Completes when the output it stands for is settled; completed if it stands for a value or for several outputs.</summary>
    Task WhenSettled { get; }

    /// <summary>The value if it is there already, so that it needs no output around it.</summary>
    bool TryGetPlain(out object? value);
}

/// <summary>A value for a resource: one that is there already, or the output of another resource.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "InputExtensions.ToOutput is the alternate.")]
public class Input<T> : IInput
{
    private readonly T _value = default!;
    private readonly Output<T>? _output;

    private protected Input(T value)
    {
        _value = value;
    }

    private protected Input(Output<T>? output)
    {
        _output = output;
    }

    /// <summary>Takes a value that is there already.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Input<T>(T value) => new(value);

    /// <summary>Takes the output of another resource, and with it the dependency on that resource.</summary>
    /// <param name="value">The output.</param>
    public static implicit operator Input<T>(Output<T> value) => value is null ? null! : new(value);

    /// <summary>The input as an output.</summary>
    /// <param name="input">The input.</param>
    public static implicit operator Output<T>(Input<T> input) => InputExtensions.ToOutput(input);

    bool IInput.TryGetPlain(out object? value) => TryGetPlain(out value);

    internal virtual bool TryGetPlain(out object? value)
    {
        value = _output is null ? _value : null;
        return _output is null;
    }

    internal virtual Output<T> ToOutput() => _output ?? Output.Create(_value);

    IOutput IInput.ToOutput() => ToOutput();

    Task IInput.WhenSettled => _output?.WhenSettled ?? Task.CompletedTask;
}
