using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>Arguments of a resource by their wire names, for resources without an arguments class.</summary>
/// <param name="dictionary">The arguments.</param>
public sealed class DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary) : ResourceArgs
{
    internal override IReadOnlyList<Argument> GetArguments() => DictionaryArguments.Read(dictionary);
}

/// <summary>Arguments of a provider function by their wire names, for functions without an arguments class.</summary>
/// <param name="dictionary">The arguments.</param>
public sealed class DictionaryInvokeArgs(ImmutableDictionary<string, object?> dictionary) : InvokeArgs
{
    internal override IReadOnlyList<Argument> GetArguments() => DictionaryArguments.Read(dictionary);
}

internal static class DictionaryArguments
{
    [SuppressMessage("Performance", "CA1859:Use concrete types when possible", Justification = "Both callers return the interface.")]
    public static IReadOnlyList<Argument> Read(ImmutableDictionary<string, object?> dictionary)
    {
        var arguments = new List<Argument>(dictionary.Count);
        foreach (var (name, value) in dictionary)
        {
            arguments.Add(new(name, value, Json: false));
        }

        // An immutable dictionary has no order of its own; the wire gets the same one every time.
        arguments.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return arguments;
    }
}
