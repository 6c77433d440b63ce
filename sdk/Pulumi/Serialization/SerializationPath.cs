using System.Globalization;
using System.Text;

namespace Pulumi.Serialization;

/// <summary>Where in a property the serializer is; becomes text only if something is wrong there.</summary>
internal sealed class SerializationPath
{
    // Two lists of types that the framework brings compiled, rather than one of pairs that it does not.
    private readonly List<string?> _keys = [];
    private readonly List<int> _indexes = [];
    private string _property = "";

    public void Reset(string property)
    {
        _property = property;
        _keys.Clear();
        _indexes.Clear();
    }

    public void Push(string key)
    {
        _keys.Add(key);
        _indexes.Add(0);
    }

    public void Push(int index)
    {
        _keys.Add(null);
        _indexes.Add(index);
    }

    public void Pop()
    {
        _keys.RemoveAt(_keys.Count - 1);
        _indexes.RemoveAt(_indexes.Count - 1);
    }

    public override string ToString()
    {
        var text = new StringBuilder(_property);
        for (var i = 0; i < _keys.Count; i++)
        {
            if (_keys[i] is { } key)
            {
                text.Append('.').Append(key);
            }
            else
            {
                text.Append('[').Append(_indexes[i].ToString(CultureInfo.InvariantCulture)).Append(']');
            }
        }

        return text.ToString();
    }
}
