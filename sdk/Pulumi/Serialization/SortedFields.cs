using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

/// <summary>
/// Fields of a message, of two values for a key the last. Always in the order of their keys, so that the same program
/// sends the same bytes.
/// </summary>
internal readonly struct SortedFields(int capacity)
{
    private readonly List<KeyValuePair<string, Value>> _fields = new(capacity);

    public void Set(string key, Value value)
    {
        var (low, high) = (0, _fields.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            switch (string.CompareOrdinal(_fields[middle].Key, key))
            {
                case 0:
                    _fields[middle] = new(key, value);
                    return;
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        _fields.Insert(low, new(key, value));
    }

    /// <summary>The fields without those that are null.</summary>
    public Value ToStruct()
    {
        var result = new Struct();
        foreach (var (key, value) in _fields)
        {
            WireValues.SetUnlessNull(result, key, value);
        }

        return Value.ForStruct(result);
    }
}
