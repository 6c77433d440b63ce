using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Arguments of a resource by their wire names, for resources without an arguments class.</summary>
/// <param name="dictionary">The arguments.</param>
public sealed class DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary) : ResourceArgs
{
    internal override Argument[] GetArguments() => DictionaryArguments.Read(dictionary);
}

/// <summary>Arguments of a provider function by their wire names, for functions without an arguments class.</summary>
/// <param name="dictionary">The arguments.</param>
public sealed class DictionaryInvokeArgs(ImmutableDictionary<string, object?> dictionary) : InvokeArgs
{
    internal override Argument[] GetArguments() => DictionaryArguments.Read(dictionary);
}

internal static class DictionaryArguments
{
    public static Argument[] Read(ImmutableDictionary<string, object?> dictionary)
    {
        var arguments = new Argument[dictionary.Count];
        var count = 0;
        foreach (var (name, value) in dictionary)
        {
            arguments[count++] = new(name, value, Json: false);
        }

        // An immutable dictionary has no order of its own; the wire gets the same one every time.
        Array.Sort(arguments, static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return arguments;
    }
}
