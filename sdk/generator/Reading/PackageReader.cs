using Platform.Declarations.Npm;
using Platform.Declarations.Schema;
using Platform.SdkGenerator.Schema;
using Platform.Declarations.TypeScript;

namespace Platform.SdkGenerator.Reading;

/// <summary>Reads what a list names from an npm package, and everything that leads to.</summary>
internal sealed class PackageReader
{
    private readonly PackageList _list;
    private readonly NpmPackage _npm;
    private readonly Problems _problems;
    private readonly OpenQuestions _questions;
    private readonly MemberReader _members;
    private readonly IReadOnlyDictionary<string, string> _nestedDefaults;
    private readonly HashSet<(ObjectRole Role, string Module, string Name)> _seen = [];
    private readonly Queue<(ObjectRole Role, string Module, string Name, string From)> _waiting = [];
    private readonly Dictionary<(string Module, string Name), EnumerationModel?> _enumerations = [];

    public PackageReader(PackageList list, NpmPackage npm, NumberLock numbers, Problems problems)
    {
        (_list, _npm, _problems) = (list, npm, problems);
        _questions = new(list, numbers, problems);
        _members = new(list, new(_questions), problems) { Reached = Reached };
        _nestedDefaults = npm.NestedDefaults();
    }

    public PackageModel Read()
    {
        var resources = Entries("resources", _list.Resources).Select(Resource).OfType<ResourceModel>().ToList();
        var functions = Entries("functions", _list.Functions).Select(Function).OfType<FunctionModel>().ToList();
        var objects = new List<ObjectModel>();
        while (_waiting.TryDequeue(out var next))
        {
            if (Object(next.Role, next.Module, next.Name, next.From) is { } read)
            {
                objects.Add(read);
            }
        }

        _questions.ReportUnused();
        _members.ReportUnused();
        return new(
            resources,
            functions,
            [.. objects.OrderBy(o => o.Module, StringComparer.Ordinal).ThenBy(o => o.Name, StringComparer.Ordinal).ThenBy(o => o.Role)],
            [.. _enumerations.Values.OfType<EnumerationModel>()
                .OrderBy(e => e.Module, StringComparer.Ordinal).ThenBy(e => e.Name, StringComparer.Ordinal)]);
    }

    private IEnumerable<(string Module, string Name)> Entries(string key, List<string> entries)
    {
        foreach (var entry in entries.CountBy(e => e).Where(count => count.Value > 1))
        {
            _problems.Add(_list.File, $"'{key}' has '{entry.Key}' twice", "keep one");
        }

        foreach (var entry in entries.Where(e => e.Count(c => c == ':') != 1 || e.EndsWith(':')))
        {
            _problems.Add(_list.File, $"'{key}' has '{entry}'", "an entry is 'module:Name', or ':Name' in the root");
        }

        return entries.Distinct().Order(StringComparer.Ordinal)
            .Select(entry => entry.Split(':'))
            .Where(parts => parts is [_, { Length: > 0 }])
            .Select(parts => (parts[0], parts[1]));
    }

    private ResourceModel? Resource((string Module, string Name) entry)
    {
        var (module, name) = entry;
        if (_npm.Find(module, name) is not { } source || source.Declarations.Class(name) is not { } declared)
        {
            Missing("resource", module, name);
            return null;
        }

        var facts = ResourceFacts.Read(_npm.Files.Read(source.JavaScript));
        var kind = declared.Base.EndsWith("ProviderResource", StringComparison.Ordinal) ? ResourceKind.Provider
            : declared.Base.EndsWith("ComponentResource", StringComparison.Ordinal) ? ResourceKind.Component
            : ResourceKind.Custom;
        if (facts.Token is null && kind != ResourceKind.Provider)
        {
            _problems.Add(
                $"{_list.File}, {module}:{name}",
                "its JavaScript names no type token",
                "leave it out, or teach ResourceFacts its form");
        }

        var owner = $"{module}.{name}";
        var arguments = source.Declarations.Interface(name + "Args")?.Members ?? [];
        return new(module, name, kind == ResourceKind.Provider ? _list.Package : facts.Token ?? "", kind)
        {
            Deprecated = declared.Deprecated,
            Inputs = _members.Read(arguments, owner, ObjectRole.Input, facts.Defaults.GetValueOrDefault, facts.SecretInputs.Contains),
            Outputs = _members.Read(declared.Members, owner, ObjectRole.Output),
            Constants = [.. facts.Constants.Where(constant => arguments.Any(argument => argument.Name == constant.Name))],
            Aliases = facts.Aliases,
            SecretOutputs = facts.SecretOutputs,
            ReplaceOnChanges = facts.ReplaceOnChanges,
        };
    }

    private FunctionModel? Function((string Module, string Name) entry)
    {
        var (module, name) = entry;
        var type = char.ToUpperInvariant(name[0]) + name[1..];
        if (_npm.Find(module, name) is not { } source
            || ResourceFacts.FunctionToken(_npm.Files.Read(source.JavaScript)) is not { } token
            || source.Declarations.Interface(type + "Result") is not { } result)
        {
            Missing("function", module, name);
            return null;
        }

        var owner = $"{module}.{type}";
        return new(module, name, token)
        {
            Arguments = _members.Read(source.Declarations.Interface(type + "Args")?.Members ?? [], owner, ObjectRole.PlainInput),
            OutputArguments = _members.Read(source.Declarations.Interface(type + "OutputArgs")?.Members ?? [], owner, ObjectRole.FunctionInput),
            Result = _members.Read(result.Members, owner, ObjectRole.Result),
        };
    }

    private ObjectModel? Object(ObjectRole role, string module, string name, string from)
    {
        var output = role is ObjectRole.Output or ObjectRole.Result;
        if (_npm.NestedType(output ? "output" : "input", module, name) is not { } declared)
        {
            _problems.Add(
                from,
                $"refers to the nested type '{module}.{name}', which the package does not declare",
                $"leave the member out with 'omit' of {_list.File}");
            return null;
        }

        // The plain and the input form of a function's nested type are one type in everything that is listed by place.
        var owner = role == ObjectRole.FunctionInput && name.EndsWith("Args", StringComparison.Ordinal) ? name[..^"Args".Length] : name;
        var members = _list.Kubernetes && role == ObjectRole.Input ? Kind(module, name) ?? declared.Members : declared.Members;
        Func<string, string?>? defaults = output ? null : member => _nestedDefaults.GetValueOrDefault($"{module}.{owner}.{member}");
        return new(role, module, name, _members.Read(members, $"{module}.{owner}", role, defaults));
    }

    /// <summary>Kubernetes: a nested object that is itself a kind shares the class of that resource's arguments.</summary>
    private IReadOnlyList<TsMember>? Kind(string module, string name) =>
        module.Length > 0 ? _npm.Find(module, name)?.Declarations.Interface(name + "Args")?.Members : null;

    private void Reached(SchemaType type, ObjectRole role, string from)
    {
        switch (type)
        {
            case InputType input:
                Reached(input.Value, role, from);
                break;
            case ListType nested:
                Reached(nested.Element, role, from);
                break;
            case MapType map:
                Reached(map.Value, role, from);
                break;
            case UnionType union:
                foreach (var part in union.Parts)
                {
                    Reached(part, role, from);
                }

                break;
            case ObjectType nested when _seen.Add((role, nested.Module, nested.Name)):
                _waiting.Enqueue((role, nested.Module, nested.Name, from));
                break;
            case EnumerationType enumeration when !_enumerations.ContainsKey((enumeration.Module, enumeration.Name)):
                _enumerations.Add((enumeration.Module, enumeration.Name), Enumeration(enumeration, from));
                break;
        }
    }

    private EnumerationModel? Enumeration(EnumerationType type, string from)
    {
        if (_npm.Enumeration(type.Module, type.Name) is { } declared
            && declared.Members.All(member => member.Type is TsLiteral { IsString: true }))
        {
            var values = declared.Members.Select(member => new EnumerationValue(member.Name, ((TsLiteral)member.Type).Text, member.Deprecated));
            return new(type.Module, type.Name, [.. values]);
        }

        _problems.Add(
            from,
            $"refers to the enumeration '{type.Module}.{type.Name}', which is no enumeration of strings",
            $"leave the member out with 'omit' of {_list.File}");
        return null;
    }

    private void Missing(string what, string module, string name)
    {
        var similar = _npm.Similar(module, name);
        _problems.Add(
            $"{_list.File}, {module}:{name}",
            $"{_list.Npm} {_list.Version} has no {(_npm.HasModule(module) ? $"such {what}" : $"module '{module}'")}",
            similar.Count > 0
                ? $"near names: {string.Join(", ", similar.Select(near => $"{module}:{near}"))}"
                : "look the name up in the package's declarations");
    }
}
