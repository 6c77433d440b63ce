using System.Collections;
using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>Immutable arrays whose element type is known only at run time.</summary>
internal static class ImmutableArrays
{
    /// <summary>Whether the list is an <see cref="ImmutableArray{T}"/> without an array.</summary>
    public static bool IsDefault(IList list)
    {
        // Two are equal if they share their array, and a new one has none.
        var type = list.GetType();
        return type.IsValueType
            && type.IsGenericType
            && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            && list.Equals(Activator.CreateInstance(type));
    }
}
