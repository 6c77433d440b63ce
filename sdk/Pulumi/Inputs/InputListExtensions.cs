namespace Pulumi;

/// <summary>Collection initialisers for lists of unions.</summary>
public static class InputListExtensions
{
    /// <summary>Appends an element of the first type.</summary>
    /// <param name="list">The list.</param>
    /// <param name="value">The element.</param>
    /// <typeparam name="T0">The first type.</typeparam>
    /// <typeparam name="T1">The second type.</typeparam>
    public static void Add<T0, T1>(this InputList<Union<T0, T1>> list, Input<T0> value) =>
        list.Add(value.ToOutput().Apply(element => Union<T0, T1>.FromT0(element)));

    /// <summary>Appends an element of the second type.</summary>
    /// <param name="list">The list.</param>
    /// <param name="value">The element.</param>
    /// <typeparam name="T0">The first type.</typeparam>
    /// <typeparam name="T1">The second type.</typeparam>
    public static void Add<T0, T1>(this InputList<Union<T0, T1>> list, Input<T1> value) =>
        list.Add(value.ToOutput().Apply(element => Union<T0, T1>.FromT1(element)));
}
