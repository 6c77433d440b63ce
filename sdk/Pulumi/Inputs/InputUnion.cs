using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>A value for a resource that may be of either of two types.</summary>
/// <typeparam name="T0">The first type.</typeparam>
/// <typeparam name="T1">The second type.</typeparam>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The official signatures.")]
public sealed class InputUnion<T0, T1> : Input<Union<T0, T1>>
{
    /// <summary>The default of the first type.</summary>
    public InputUnion()
        : base(default(Union<T0, T1>))
    {
    }

    private InputUnion(Union<T0, T1> value)
        : base(value)
    {
    }

    private InputUnion(Output<Union<T0, T1>> output)
        : base(output)
    {
    }

    /// <summary>Takes a value of the first type.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator InputUnion<T0, T1>(T0 value) => new(Union<T0, T1>.FromT0(value));

    /// <summary>Takes a value of the second type.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator InputUnion<T0, T1>(T1 value) => new(Union<T0, T1>.FromT1(value));

    /// <summary>Takes a union.</summary>
    /// <param name="value">The union.</param>
    public static implicit operator InputUnion<T0, T1>(Union<T0, T1> value) => new(value);

    /// <summary>Takes an output of the first type.</summary>
    /// <param name="value">The output.</param>
    public static implicit operator InputUnion<T0, T1>(Output<T0> value) =>
        value is null ? null! : new(value.Apply(inner => Union<T0, T1>.FromT0(inner)));

    /// <summary>Takes an output of the second type.</summary>
    /// <param name="value">The output.</param>
    public static implicit operator InputUnion<T0, T1>(Output<T1> value) =>
        value is null ? null! : new(value.Apply(inner => Union<T0, T1>.FromT1(inner)));

    /// <summary>Takes an output of a union.</summary>
    /// <param name="value">The output.</param>
    public static implicit operator InputUnion<T0, T1>(Output<Union<T0, T1>> value) => value is null ? null! : new(value);

    /// <summary>Takes an input of the first type.</summary>
    /// <param name="value">The input.</param>
    public static implicit operator InputUnion<T0, T1>(Input<T0> value) => value is null ? null! : value.ToOutput();

    /// <summary>Takes an input of the second type.</summary>
    /// <param name="value">The input.</param>
    public static implicit operator InputUnion<T0, T1>(Input<T1> value) => value is null ? null! : value.ToOutput();
}
