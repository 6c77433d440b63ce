using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>
/// Reads and writes a member of an object. Automatic properties are accessed through their field: that needs no code
/// generated at run time, which for hundreds of provider classes would be most of a program's start-up.
/// </summary>
internal sealed class MemberAccess
{
    private readonly FieldInfo? _field;
    private readonly PropertyInfo? _property;

    private MemberAccess(FieldInfo? field, PropertyInfo? property)
    {
        _field = field;
        _property = property;
        Name = (property as MemberInfo ?? field!).Name;
        Type = property?.PropertyType ?? field!.FieldType;
    }

    public string Name { get; }

    public Type Type { get; }

    public bool CanWrite => _field is not null || _property!.CanWrite;

    public static MemberAccess To(MemberInfo member)
    {
        if (member is FieldInfo field)
        {
            return new(field, null);
        }

        // An overridable property may not end in the field that its declaring class has for it.
        var property = (PropertyInfo)member;
        var getter = property.GetMethod;
        var isPlain = getter is { IsVirtual: false } or { IsFinal: true };
        var backing = isPlain
            ? property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            : null;
        return new(backing, property);
    }

    public object? Get(object target) => _field is not null ? _field.GetValue(target) : _property!.GetValue(target);

    public void Set(object target, object? value)
    {
        if (_field is not null)
        {
            _field.SetValue(target, value);
        }
        else
        {
            _property!.SetValue(target, value);
        }
    }
}
