using System.Text.RegularExpressions;

namespace Platform.Declarations.Npm;

/// <summary>Defaults of nested inputs: the <c>…ProvideDefaults</c> functions of a package's <c>types/input.js</c>.</summary>
internal static partial class NestedDefaults
{
    /// <summary>Expressions by <c>module.Type.member</c>.</summary>
    public static IReadOnlyDictionary<string, string> Read(IEnumerable<string> lines)
    {
        var defaults = new Dictionary<string, string>();
        var modules = new List<string>();
        var type = "";
        foreach (var line in lines.Select(line => line.Trim()))
        {
            if (ModuleStart().Match(line) is { Success: true } module)
            {
                modules.Add(module.Groups[1].Value);
            }
            else if (line.StartsWith("})(", StringComparison.Ordinal) && modules.Count > 0)
            {
                modules.RemoveAt(modules.Count - 1);
            }
            else if (FunctionStart().Match(line) is { Success: true } function)
            {
                var name = function.Groups[1].Value;
                type = char.ToUpperInvariant(name[0]) + name[1..];
            }
            else if (Default().Match(line) is { Success: true } match)
            {
                defaults[$"{string.Join('/', modules)}.{type}.{match.Groups[1].Value}"] = match.Groups[2].Value;
            }
        }

        return defaults;
    }

    [GeneratedRegex(@"^\(function \((\w+)\) \{")]
    private static partial Regex ModuleStart();

    [GeneratedRegex(@"^function (\w+)ProvideDefaults\(")]
    private static partial Regex FunctionStart();

    [GeneratedRegex(@"^(\w+): \(val\.\w+\) \?\? (.*),$")]
    private static partial Regex Default();
}
