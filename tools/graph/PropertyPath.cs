using System.Buffers;
using System.Globalization;

namespace Platform.Graph;

/// <summary>Writes the path of a nested property as Pulumi does: <c>a.b[0]["c.d"]</c>.</summary>
public static class PropertyPath
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-$");

    /// <summary>The path of a member below <paramref name="path"/>.</summary>
    public static string Member(string path, string key)
    {
        if (!IsPlain(key))
        {
            return $"{path}[\"{key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"]";
        }

        return path.Length == 0 ? key : string.Concat(path, ".", key);
    }

    /// <summary>The path of an element below <paramref name="path"/>.</summary>
    public static string Element(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    private static bool IsPlain(string key) =>
        key.Length > 0 && !char.IsAsciiDigit(key[0]) && !key.AsSpan().ContainsAnyExcept(Plain);
}
