using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Type = System.Type;

namespace Pulumi.Serialization;

/// <summary>Turns the protocol's values into those of one type. Made once per type.</summary>
internal abstract class ValueConverter
{
    private static readonly ConcurrentDictionary<Type, ValueConverter> Known = new();

    /// <summary>The converter for a type.</summary>
    /// <exception cref="InvalidOperationException">No value of the protocol can become one of the type.</exception>
    public static ValueConverter For(Type type) => Known.GetOrAdd(type, static key => Create(key));

    /// <summary>Converts a value with its marks; the marks go to <paramref name="conversion"/>.</summary>
    /// <returns>The value, or the type's default if there is none.</returns>
    public virtual object? Convert(Value? value, Conversion conversion) =>
        conversion.Unwrap(value) is { } bare ? ConvertBare(bare, conversion) ?? Default : Default;

    /// <summary>What stands for a missing value.</summary>
    public virtual object? Default => null;

    /// <summary>Converts a value that is there and has no marks.</summary>
    protected abstract object? ConvertBare(Value value, Conversion conversion);

    private static ValueConverter Create(Type type)
    {
        if (type == typeof(string) || type == typeof(bool) || type == typeof(double) || type == typeof(int))
        {
            return new ScalarConverter(type);
        }

        if (type == typeof(object))
        {
            return new UntypedConverter();
        }

        if (type == typeof(Asset) || type == typeof(Archive) || type == typeof(AssetOrArchive))
        {
            return new AssetConverter(type);
        }

        if (type == typeof(JsonElement))
        {
            return new JsonConverter();
        }

        if (typeof(Resource).IsAssignableFrom(type))
        {
            return new ResourceConverter(type);
        }

        if (type.IsEnum && type.GetEnumUnderlyingType() == typeof(int))
        {
            return new EnumConverter(type);
        }

        if (EnumTypes.Of(type) is { } enumType)
        {
            return new EnumTypeConverter(type, enumType);
        }

        if (type.IsGenericType && CreateGeneric(type, type.GetGenericTypeDefinition()) is { } generic)
        {
            return generic;
        }

        if (type.IsInterface && type.GetCustomAttribute<DiscriminatedUnionDiscriminatorAttribute>() is { } discriminator)
        {
            return new DiscriminatedConverter(type, discriminator.PropertyName);
        }

        if (type.IsDefined(typeof(OutputTypeAttribute), inherit: false))
        {
            return new OutputTypeConverter(type);
        }

        throw new InvalidOperationException(
            $"{type.FullName} is not a type that an output can have. Use bool, int, double, string, object, an enumeration, an asset, a resource, "
            + "JsonElement, ImmutableArray, ImmutableDictionary with string keys, Union, or a class marked [OutputType].");
    }

    private static ValueConverter? CreateGeneric(Type type, Type definition)
    {
        var arguments = type.GetGenericArguments();
        var (converter, parameters) = definition switch
        {
            _ when definition == typeof(ImmutableArray<>) => (typeof(ArrayConverter<>), arguments),
            _ when definition == typeof(ImmutableDictionary<,>) && arguments[0] == typeof(string) => (typeof(DictionaryConverter<>), arguments[1..]),
            _ when definition == typeof(Nullable<>) => (typeof(NullableConverter<>), arguments),
            _ when definition == typeof(Union<,>) => (typeof(UnionConverter<,>), arguments),
            _ when definition == typeof(Output<>) => (typeof(OutputConverter<>), arguments),
            _ => (null, []),
        };
        return converter is null ? null : (ValueConverter)Activator.CreateInstance(converter.MakeGenericType(parameters))!;
    }
}
