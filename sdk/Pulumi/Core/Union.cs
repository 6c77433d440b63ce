using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>A value of one of two types.</summary>
/// <typeparam name="T0">The first type.</typeparam>
/// <typeparam name="T1">The second type.</typeparam>
[SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "The official signatures.")]
public readonly struct Union<T0, T1> : IEquatable<Union<T0, T1>>, IUnion
{
    private readonly T0 _value0;
    private readonly T1 _value1;
    private readonly bool _isSecond;

    private Union(T0 value0, T1 value1, bool isSecond)
    {
        _value0 = value0;
        _value1 = value1;
        _isSecond = isSecond;
    }

    /// <summary>Whether the value is of the first type.</summary>
    public bool IsT0 => !_isSecond;

    /// <summary>Whether the value is of the second type.</summary>
    public bool IsT1 => _isSecond;

    /// <summary>The value of the first type.</summary>
    /// <exception cref="InvalidOperationException">It is of the second type.</exception>
    public T0 AsT0 => _isSecond ? throw Wrong(typeof(T0), typeof(T1)) : _value0;

    /// <summary>The value of the second type.</summary>
    /// <exception cref="InvalidOperationException">It is of the first type.</exception>
    public T1 AsT1 => _isSecond ? _value1 : throw Wrong(typeof(T1), typeof(T0));

    /// <summary>The value, of whichever type it is.</summary>
    public object Value => _isSecond ? _value1! : _value0!;

    /// <summary>A union of a value of the first type.</summary>
    /// <param name="input">The value.</param>
    public static Union<T0, T1> FromT0(T0 input) => new(input, default!, isSecond: false);

    /// <summary>A union of a value of the second type.</summary>
    /// <param name="input">The value.</param>
    public static Union<T0, T1> FromT1(T1 input) => new(default!, input, isSecond: true);

    /// <summary>Wraps a value of the first type.</summary>
    /// <param name="t">The value.</param>
    public static implicit operator Union<T0, T1>(T0 t) => FromT0(t);

    /// <summary>Wraps a value of the second type.</summary>
    /// <param name="t">The value.</param>
    public static implicit operator Union<T0, T1>(T1 t) => FromT1(t);

    /// <summary>Whether both are of the same type and equal.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Union<T0, T1> left, Union<T0, T1> right) => left.Equals(right);

    /// <summary>Whether they differ in type or value.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Union<T0, T1> left, Union<T0, T1> right) => !left.Equals(right);

    /// <summary>Calls the function for the type that the value has.</summary>
    /// <param name="f0">For the first type.</param>
    /// <param name="f1">For the second type.</param>
    /// <typeparam name="TResult">What the functions return.</typeparam>
    public TResult Match<TResult>(Func<T0, TResult> f0, Func<T1, TResult> f1) => _isSecond ? f1(_value1) : f0(_value0);

    /// <summary>Calls the action for the type that the value has.</summary>
    /// <param name="f0">For the first type.</param>
    /// <param name="f1">For the second type.</param>
    public void Switch(Action<T0> f0, Action<T1> f1)
    {
        if (_isSecond)
        {
            f1(_value1);
        }
        else
        {
            f0(_value0);
        }
    }

    /// <summary>Changes a value of the first type; one of the second stays.</summary>
    /// <param name="mapFunc">What to make of it.</param>
    /// <typeparam name="TResult">The new first type.</typeparam>
    public Union<TResult, T1> MapT0<TResult>(Func<T0, TResult> mapFunc) =>
        _isSecond ? Union<TResult, T1>.FromT1(_value1) : Union<TResult, T1>.FromT0(mapFunc(_value0));

    /// <summary>Changes a value of the second type; one of the first stays.</summary>
    /// <param name="mapFunc">What to make of it.</param>
    /// <typeparam name="TResult">The new second type.</typeparam>
    public Union<T0, TResult> MapT1<TResult>(Func<T1, TResult> mapFunc) =>
        _isSecond ? Union<T0, TResult>.FromT1(mapFunc(_value1)) : Union<T0, TResult>.FromT0(_value0);

    /// <summary>Changes the value by the function for its type.</summary>
    /// <param name="mapFunc0">For the first type.</param>
    /// <param name="mapFunc1">For the second type.</param>
    /// <typeparam name="TResult0">The new first type.</typeparam>
    /// <typeparam name="TResult1">The new second type.</typeparam>
    public Union<TResult0, TResult1> Bimap<TResult0, TResult1>(Func<T0, TResult0> mapFunc0, Func<T1, TResult1> mapFunc1) =>
        _isSecond ? Union<TResult0, TResult1>.FromT1(mapFunc1(_value1)) : Union<TResult0, TResult1>.FromT0(mapFunc0(_value0));

    /// <summary>Takes out a value of the first type.</summary>
    /// <param name="value">The value, if it is of the first type; else that type's default.</param>
    /// <param name="remainder">The value, if it is of the second type; else that type's default.</param>
    /// <returns>Whether the value is of the first type.</returns>
    public bool TryPickT0([MaybeNullWhen(false)] out T0 value, [MaybeNullWhen(true)] out T1 remainder)
    {
        (value, remainder) = (_value0, _value1);
        return !_isSecond;
    }

    /// <summary>Takes out a value of the second type.</summary>
    /// <param name="value">The value, if it is of the second type; else that type's default.</param>
    /// <param name="remainder">The value, if it is of the first type; else that type's default.</param>
    /// <returns>Whether the value is of the second type.</returns>
    public bool TryPickT1([MaybeNullWhen(false)] out T1 value, [MaybeNullWhen(true)] out T0 remainder)
    {
        (value, remainder) = (_value1, _value0);
        return _isSecond;
    }

    /// <summary>Whether the other union holds the same type and an equal value.</summary>
    /// <param name="other">The other union.</param>
    public bool Equals(Union<T0, T1> other) => _isSecond == other._isSecond && Equals(Value, other.Value);

    /// <summary>Whether the object is a union of the same types with an equal value.</summary>
    /// <param name="obj">The object.</param>
    public override bool Equals(object? obj) => obj is Union<T0, T1> other && Equals(other);

    /// <summary>A hash of the value and of which type it is.</summary>
    public override int GetHashCode() => HashCode.Combine(_isSecond, Value);

    /// <summary>The value's own text.</summary>
    public override string ToString() => Value?.ToString() ?? "";

    private static InvalidOperationException Wrong(Type asked, Type held) =>
        new($"The union holds a {held}, not a {asked}; ask IsT0 or IsT1 first.");
}

/// <summary>A union of whatever types.</summary>
internal interface IUnion
{
    object? Value { get; }
}
