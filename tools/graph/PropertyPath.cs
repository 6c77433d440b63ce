using System.Globalization;
using System.Text;

namespace Platform.Graph;

/// <summary>Writes the path of a nested property as Pulumi does: <c>a.b[0]["c.d"]</c>.</summary>
public static class PropertyPath
{
    /// <summary>The path of a member below <paramref name="path"/>.</summary>
    public static string Member(string path, string key)
    {
        if (!IsPlain(key))
        {
            return $"{path}[\"{key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"]";
        }

        return path.Length == 0 ? key : new StringBuilder(path).Append('.').Append(key).ToString();
    }

    /// <summary>The path of an element below <paramref name="path"/>.</summary>
    public static string Element(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    private static bool IsPlain(string key) =>
        key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '$') && !char.IsAsciiDigit(key[0]);
}
