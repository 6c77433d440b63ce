using System.Reflection;
using Google.Protobuf.WellKnownTypes;
using Type = System.Type;

namespace Pulumi.Serialization;

/// <summary>Classes marked with <see cref="OutputTypeAttribute"/>, made by their constructor.</summary>
internal sealed class OutputTypeConverter : ValueConverter
{
    private readonly Type _type;
    private readonly ConstructorInfo _constructor;
    private readonly Parameter[] _parameters;

    public OutputTypeConverter(Type type)
    {
        _type = type;
        _constructor = FindConstructor(type);
        _parameters = Array.ConvertAll(_constructor.GetParameters(), static parameter => new Parameter(parameter));
    }

    protected override object? ConvertBare(Value value, Conversion conversion)
    {
        if (value.KindCase != Value.KindOneofCase.StructValue)
        {
            return conversion.Mismatch(_type, value);
        }

        var fields = value.StructValue.Fields;
        var arguments = new object?[_parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            fields.TryGetValue(_parameters[i].Name, out var field);
            arguments[i] = _parameters[i].Converter.Convert(field, conversion);
        }

        return _constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
    }

    private static ConstructorInfo FindConstructor(Type type)
    {
        ConstructorInfo? only = null;
        var candidates = 0;
        foreach (var constructor in type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            if (constructor.IsDefined(typeof(OutputConstructorAttribute), inherit: false))
            {
                return constructor;
            }

            if (constructor.IsPublic)
            {
                only = constructor;
                candidates++;
            }
        }

        return candidates == 1
            ? only!
            : throw new InvalidOperationException(
                $"{type.FullName} is marked [OutputType], so it needs one public constructor, or one marked [OutputConstructor]; it has {candidates} public ones.");
    }

    private sealed class Parameter(ParameterInfo info)
    {
        private ValueConverter? _converter;

        public string Name { get; } = info.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? info.Name!;

        // Found at the first value: a type may contain itself.
        public ValueConverter Converter => _converter ??= For(info.ParameterType);
    }
}

/// <summary>Interfaces that stand for one of several output types.</summary>
internal sealed class DiscriminatedConverter : ValueConverter
{
    private readonly Type _type;
    private readonly string _property;
    private readonly Dictionary<string, Type> _cases = new(StringComparer.Ordinal);

    public DiscriminatedConverter(Type type, string property)
    {
        _type = type;
        _property = property;
        foreach (var item in type.GetCustomAttributes<DiscriminatedUnionCaseAttribute>())
        {
            _cases.Add(item.Tag, item.Type);
        }
    }

    protected override object? ConvertBare(Value value, Conversion conversion)
    {
        if (value.KindCase != Value.KindOneofCase.StructValue)
        {
            return conversion.Mismatch(_type, value);
        }

        value.StructValue.Fields.TryGetValue(_property, out var field);
        var tag = conversion.Unwrap(field)?.StringValue;
        if (tag is not null && _cases.TryGetValue(tag, out var found))
        {
            return For(found).Convert(value, conversion);
        }

        if (conversion.IsKnown)
        {
            conversion.Problem($"Expected '{_property}' to be one of '{string.Join("', '", _cases.Keys)}' but got '{tag}' deserializing {conversion.What}");
        }

        return null;
    }
}
