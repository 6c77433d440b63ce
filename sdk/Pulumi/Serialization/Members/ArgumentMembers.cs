using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The inputs of an arguments class, found once per class.</summary>
internal sealed class ArgumentMembers
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly ConcurrentDictionary<Type, ArgumentMembers> Known = new();

    private readonly string _owner;
    private readonly Member[] _members;

    private ArgumentMembers(Type type)
    {
        _owner = type.FullName ?? type.Name;
        _members = Find(type);
    }

    public static ArgumentMembers Of(Type type) => Known.GetOrAdd(type, static key => new(key));

    public Argument[] Read(InputArgs args)
    {
        var arguments = new Argument[_members.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var (member, name, isRequired, json) = _members[i];
            var value = member.Get(args);
            if (value is null && isRequired)
            {
                throw new ArgumentNullException(name, $"[Input] {_owner}.{member.Name} is required, but its value is null.");
            }

            arguments[i] = new(name, value, json);
        }

        return arguments;
    }

    private static Member[] Find(Type type)
    {
        var chain = new Stack<Type>();
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            chain.Push(current);
        }

        var members = new List<Member>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var declaring in chain)
        {
            foreach (var member in declaring.GetMembers(Declared))
            {
                if (member.MemberType is MemberTypes.Field or MemberTypes.Property
                    && member.GetCustomAttribute<InputAttribute>(inherit: false) is { } input)
                {
                    var found = new Member(MemberAccess.To(member), input.Name, input.IsRequired, input.Json);
                    if (places.TryGetValue(input.Name, out var place))
                    {
                        members[place] = found;   // the derived class has the last word
                    }
                    else
                    {
                        places[input.Name] = members.Count;
                        members.Add(found);
                    }
                }
            }
        }

        return [.. members];
    }

    private sealed record Member(MemberAccess Access, string Name, bool IsRequired, bool Json);
}
