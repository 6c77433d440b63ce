namespace Pulumi;

/// <summary>Collection initialisers for maps of unions.</summary>
public static class InputMapExtensions
{
    /// <summary>Sets the value of a key to one of the first type.</summary>
    /// <param name="map">The map.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <typeparam name="T0">The first type.</typeparam>
    /// <typeparam name="T1">The second type.</typeparam>
    public static void Add<T0, T1>(this InputMap<Union<T0, T1>> map, string key, Input<T0> value) =>
        map.Add(key, value.ToOutput().Apply(inner => Union<T0, T1>.FromT0(inner)));

    /// <summary>Sets the value of a key to one of the second type.</summary>
    /// <param name="map">The map.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <typeparam name="T0">The first type.</typeparam>
    /// <typeparam name="T1">The second type.</typeparam>
    public static void Add<T0, T1>(this InputMap<Union<T0, T1>> map, string key, Input<T1> value) =>
        map.Add(key, value.ToOutput().Apply(inner => Union<T0, T1>.FromT1(inner)));
}
