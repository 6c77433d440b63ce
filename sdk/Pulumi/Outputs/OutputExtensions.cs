using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Short forms for outputs of arrays and unions.</summary>
public static class OutputExtensions
{
    /// <summary>The first element; the deployment fails if there is none.</summary>
    /// <param name="array">The elements.</param>
    /// <typeparam name="T">The type of an element.</typeparam>
    public static Output<T> First<T>(this Output<ImmutableArray<T>> array) => array.Apply(values => values[0]);

    /// <summary>The element at a position; the deployment fails if there is none.</summary>
    /// <param name="array">The elements.</param>
    /// <param name="index">The position, counted from 0.</param>
    /// <typeparam name="T">The type of an element.</typeparam>
    public static Output<T> GetAt<T>(this Output<ImmutableArray<T>> array, Input<int> index) =>
        Output.Tuple(array, index.ToOutput()).Apply(pair => pair.Item1[pair.Item2]);

    /// <summary>How many elements there are.</summary>
    /// <param name="array">The elements.</param>
    /// <typeparam name="T">The type of an element.</typeparam>
    public static Output<int> Length<T>(this Output<ImmutableArray<T>> array) => array.Apply(values => values.Length);

    /// <summary>Whether the union holds its first type.</summary>
    /// <param name="output">The union.</param>
    /// <typeparam name="T0">The first type.</typeparam>
    /// <typeparam name="T1">The second type.</typeparam>
    public static Output<bool> IsT0<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.IsT0);

    /// <summary>Whether the union holds its second type.</summary>
    /// <param name="output">The union.</param>
    /// <typeparam name="T0">The first type.</typeparam>
    /// <typeparam name="T1">The second type.</typeparam>
    public static Output<bool> IsT1<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.IsT1);

    /// <summary>The value of the first type; the deployment fails if the union holds the second.</summary>
    /// <param name="output">The union.</param>
    /// <typeparam name="T0">The first type.</typeparam>
    /// <typeparam name="T1">The second type.</typeparam>
    public static Output<T0> AsT0<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.AsT0);

    /// <summary>The value of the second type; the deployment fails if the union holds the first.</summary>
    /// <param name="output">The union.</param>
    /// <typeparam name="T0">The first type.</typeparam>
    /// <typeparam name="T1">The second type.</typeparam>
    public static Output<T1> AsT1<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.AsT1);

    /// <summary>The value, of whichever type it is.</summary>
    /// <param name="output">The union.</param>
    /// <typeparam name="T0">The first type.</typeparam>
    /// <typeparam name="T1">The second type.</typeparam>
    public static Output<object> Value<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.Value);
}
