using System.Globalization;
using System.Text;

namespace Pulumi.Serialization;

/// <summary>Where in a property the serializer is; becomes text only if something is wrong there.</summary>
internal sealed class SerializationPath
{
    private readonly List<(string? Key, int Index)> _parts = [];
    private string _property = "";

    public void Reset(string property)
    {
        _property = property;
        _parts.Clear();
    }

    public void Push(string key) => _parts.Add((key, 0));

    public void Push(int index) => _parts.Add((null, index));

    public void Pop() => _parts.RemoveAt(_parts.Count - 1);

    public override string ToString()
    {
        var text = new StringBuilder(_property);
        foreach (var (key, index) in _parts)
        {
            if (key is not null)
            {
                text.Append('.').Append(key);
            }
            else
            {
                text.Append('[').Append(index.ToString(CultureInfo.InvariantCulture)).Append(']');
            }
        }

        return text.ToString();
    }
}
