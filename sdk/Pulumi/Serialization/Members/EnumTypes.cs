using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Structs marked with <see cref="EnumTypeAttribute"/>: how they convert to and from what goes on the wire.</summary>
internal sealed class EnumTypes
{
    private static readonly ConcurrentDictionary<Type, EnumTypes?> Known = new();

    private readonly MethodInfo _toWire;
    private readonly ConstructorInfo _fromWire;

    private EnumTypes(Type type, MethodInfo toWire)
    {
        _toWire = toWire;
        _fromWire = type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [toWire.ReturnType])
            ?? throw new InvalidOperationException($"{type.FullName} is marked [EnumType], so it needs a constructor that takes a {toWire.ReturnType.Name}.");
    }

    /// <summary>String or double.</summary>
    public Type WireType => _toWire.ReturnType;

    public static EnumTypes? Of(Type type) => Known.GetOrAdd(type, static key => Find(key));

    public static bool TryGetValue(object value, [NotNullWhen(true)] out object? wire)
    {
        wire = value.GetType() is { IsValueType: true, IsPrimitive: false } type && Of(type) is { } found
            ? found._toWire.Invoke(null, [value]) ?? ""
            : null;
        return wire is not null;
    }

    public object Create(object wire) => _fromWire.Invoke([wire]);

    private static EnumTypes? Find(Type type)
    {
        if (!type.IsValueType || !type.IsDefined(typeof(EnumTypeAttribute), inherit: false))
        {
            return null;
        }

        foreach (var method in type.GetMethods(BindingFlags.Static | BindingFlags.Public))
        {
            if (method.Name == "op_Explicit" && (method.ReturnType == typeof(string) || method.ReturnType == typeof(double)))
            {
                return new(type, method);
            }
        }

        throw new InvalidOperationException($"{type.FullName} is marked [EnumType], so it needs an explicit conversion to string or double.");
    }
}
