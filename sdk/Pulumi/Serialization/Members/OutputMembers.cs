using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>An output property of a resource class.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Access">How to read and write it.</param>
/// <param name="IsPublic">Whether others can read it; only then it is an output of a component.</param>
internal sealed record OutputMember(string Name, MemberAccess Access, bool IsPublic)
{
    private Type? _valueType;
    private ValueConverter? _converter;

    /// <summary>What turns the engine's value into that of the output.</summary>
    public ValueConverter Converter => _converter ??= ValueConverter.For(ValueType);

    private Type ValueType => _valueType ??= Access.Type.GetGenericArguments()[0];

    public bool IsOutput => Access.Type.IsGenericType && Access.Type.GetGenericTypeDefinition() == typeof(Output<>);

    public IResourceOutput NewOutput() => (IResourceOutput)Activator.CreateInstance(Access.Type, nonPublic: true)!;
}

/// <summary>The output properties of a resource class but <c>urn</c> and <c>id</c>, found once per class.</summary>
internal sealed class OutputMembers
{
    private static readonly ConcurrentDictionary<Type, OutputMembers> Known = new();

    private readonly OutputMember[] _members;

    private OutputMembers(OutputMember[] members)
    {
        _members = members;
    }

    private OutputMembers(Type type)
    {
        var members = new List<OutputMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var current = type; current != typeof(Resource) && current != typeof(CustomResource); current = current.BaseType!)
        {
            foreach (var property in current.GetProperties(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (property.GetCustomAttribute<OutputAttribute>(inherit: false) is { } output && names.Add(output.Name ?? property.Name))
                {
                    members.Add(new(output.Name ?? property.Name, MemberAccess.To(property), property.GetMethod is { IsPublic: true }));
                }
            }
        }

        _members = [.. members];
    }

    public static OutputMembers None { get; } = new((OutputMember[])[]);

    public ReadOnlySpan<OutputMember> All => _members;

    public static OutputMembers Of(Type type) => Known.GetOrAdd(type, static key => new(key));

    /// <summary>The values of the properties as they are now, by wire name.</summary>
    public IDictionary<string, object?> Read(Resource resource)
    {
        var values = new Dictionary<string, object?>(_members.Length, StringComparer.Ordinal);
        foreach (var member in _members)
        {
            if (member.IsPublic)
            {
                values[member.Name] = member.Access.Get(resource);
            }
        }

        return values;
    }

    public List<string> NamesOfNonOutputs()
    {
        var names = new List<string>();
        foreach (var member in _members)
        {
            if (member is { IsPublic: true, IsOutput: false })
            {
                names.Add(member.Name);
            }
        }

        return names;
    }
}
