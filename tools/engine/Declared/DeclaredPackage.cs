using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Platform.Declarations.Npm;
using Platform.Engine.Metadata;

namespace Platform.Engine.Declared;

/// <summary>What one installed package declares, read type by type. Safe for concurrent use; a package that cannot be read knows nothing.</summary>
internal sealed class DeclaredPackage(InstalledPackage installed)
{
    private readonly NpmPackage _npm = new(installed.Folder);
    private readonly DeclaredShapes _shapes = new(installed.Label);
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Kind, string Name), TypeFacts?> _facts = [];
    private readonly Dictionary<string, IReadOnlyList<string>?> _enumerations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _problems = new(StringComparer.Ordinal);

    /// <summary>How the plan names it.</summary>
    public string Label => installed.Label;

    /// <summary>What could not be read, and why, by type.</summary>
    public IEnumerable<KeyValuePair<string, string>> Problems => _problems;

    /// <summary>The types and functions that were read.</summary>
    public IReadOnlyList<string> Read
    {
        get
        {
            lock (_lock)
            {
                return [.. _facts.Where(entry => entry.Value is not null && entry.Key.Kind != "object").Select(entry => entry.Key.Name).Order(StringComparer.Ordinal)];
            }
        }
    }

    public TypeFacts? Resource(string type) => Find("resource", type, ReadResource);

    public TypeFacts? Function(string token) => Find("function", token, ReadFunction);

    /// <summary>A nested type, by module and name: <c>dax/ClusterNode</c>.</summary>
    public TypeFacts? Object(string name) => Find("object", name, ReadObject);

    /// <summary>The texts an enumeration lists, by module and name.</summary>
    public IReadOnlyList<string>? Enumeration(string name)
    {
        lock (_lock)
        {
            if (!_enumerations.TryGetValue(name, out var values))
            {
                var (module, member) = Split(name);
                values = Try(name, () => _npm.Enumeration(module, member) is { } found
                    ? found.Members.Select(choice => choice.Type).OfType<Platform.Declarations.TypeScript.TsLiteral>().Select(choice => choice.Text).ToList()
                    : null);
                _enumerations.Add(name, values);
            }

            return values;
        }
    }

    private TypeFacts? Find(string kind, string name, Func<string, TypeFacts?> read)
    {
        lock (_lock)
        {
            if (!_facts.TryGetValue((kind, name), out var facts))
            {
                facts = Try(name, () => read(name));
                _facts.Add((kind, name), facts);
            }

            return facts;
        }
    }

    private T? Try<T>(string name, Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException or RegexMatchTimeoutException)
        {
            _problems[name] = problem is RegexMatchTimeoutException ? "its JavaScript is no generated file" : problem.Message.Replace(installed.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
            return null;
        }
    }

    private TypeFacts? ReadResource(string type)
    {
        foreach (var (source, name) in Places(type))
        {
            var facts = ResourceFacts.Read(_npm.Files.Read(source.JavaScript));
            if (facts.Token == type && source.Declarations.Class(name) is { } declared)
            {
                return new(
                    _shapes.Of(source.Declarations.Interface(name + "Args")?.Members ?? []),
                    _shapes.Of(declared.Members),
                    facts.SecretOutputs.Union(facts.SecretInputs).ToFrozenSet(StringComparer.Ordinal)) { Source = Label };
            }
        }

        return null;
    }

    private TypeFacts? ReadFunction(string token)
    {
        foreach (var (source, name) in Places(token))
        {
            var type = char.ToUpperInvariant(name[0]) + name[1..];
            if (ResourceFacts.FunctionToken(_npm.Files.Read(source.JavaScript)) == token && source.Declarations.Interface(type + "Result") is { } result)
            {
                return new(_shapes.Of(source.Declarations.Interface(type + "Args")?.Members ?? []), _shapes.Of(result.Members), []) { Source = Label };
            }
        }

        return null;
    }

    private IEnumerable<((Platform.Declarations.TypeScript.TsFile Declarations, string JavaScript) Source, string Name)> Places(string token)
    {
        if (TokenPlaces.Of(token, _npm.Files) is not var (folders, name))
        {
            yield break;
        }

        foreach (var folder in folders.Distinct(StringComparer.Ordinal))
        {
            if (_npm.Find(folder, name) is { } source && _npm.Files.HasFile(source.JavaScript))
            {
                yield return (source, name);
            }
        }
    }

    private TypeFacts? ReadObject(string qualified)
    {
        var (module, name) = Split(qualified);
        var (input, output) = (_npm.NestedType("input", module, name), _npm.NestedType("output", module, name));
        return input is null && output is null
            ? null
            : new(_shapes.Of(input?.Members ?? []), _shapes.Of(output?.Members ?? []), []) { Source = Label };
    }

    private static (string Module, string Name) Split(string qualified) =>
        qualified.LastIndexOf('/') is var cut and >= 0 ? (qualified[..cut], qualified[(cut + 1)..]) : ("", qualified);
}
