using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The properties of an output type when it is used as an input: its read-only fields.</summary>
internal sealed class OutputTypeMembers
{
    private static readonly ConcurrentDictionary<Type, OutputTypeMembers?> Known = new();

    private OutputTypeMembers(Type type)
    {
        var members = new List<(string, MemberAccess)>();
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            if (field.IsInitOnly)
            {
                members.Add((ToWireName(field.Name), MemberAccess.To(field)));
            }
        }

        All = [.. members];
    }

    public (string Name, MemberAccess Access)[] All { get; }

    public static bool TryOf(Type type, [NotNullWhen(true)] out OutputTypeMembers? members)
    {
        members = Known.GetOrAdd(
            type, static key => key.IsDefined(typeof(OutputTypeAttribute), inherit: false) ? new OutputTypeMembers(key) : null);
        return members is not null;
    }

    // The field of an automatic property is named after it: <Name>k__BackingField.
    private static string ToWireName(string name)
    {
        var bare = name.StartsWith('<') ? name[1..name.IndexOf('>', StringComparison.Ordinal)] : name;
        return char.ToLowerInvariant(bare[0]) + bare[1..];
    }
}
