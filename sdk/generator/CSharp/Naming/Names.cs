using Platform.SdkGenerator.Schema;

namespace Platform.SdkGenerator.CSharp.Naming;

/// <summary>Names of namespaces, classes and members, as the official C# packages have them.</summary>
internal sealed class Names(PackageList list, Problems problems)
{
    private readonly HashSet<string> _modules = [];
    private readonly HashSet<string> _renamed = [];

    /// <summary>Namespace of a module's resources, functions and enumerations.</summary>
    public string Namespace(string module) => module.Length == 0 ? list.Namespace : $"{list.Namespace}.{Path(module)}";

    /// <summary>Namespace of the class that holds a resource's arguments.</summary>
    public string ArgumentsNamespace(ResourceModel resource) =>
        list.Kubernetes && resource.Kind != ResourceKind.Provider
            ? TypesNamespace(resource.Module, ObjectRole.Input)
            : Namespace(resource.Module);

    /// <summary>Namespace of a nested type.</summary>
    public string TypesNamespace(string module, ObjectRole role)
    {
        var side = role is ObjectRole.Output or ObjectRole.Result ? "Outputs" : "Inputs";
        return list.Kubernetes
            ? $"{list.Namespace}.Types.{side}.{(module.Length == 0 ? "Provider" : Path(module))}"
            : $"{Namespace(module)}.{side}";
    }

    public static string Class(string name, ObjectRole role) => role switch
    {
        ObjectRole.Input or ObjectRole.PlainInput => name + "Args",
        ObjectRole.FunctionInput => (name.EndsWith("Args", StringComparison.Ordinal) ? name[..^"Args".Length] : name) + "InputArgs",
        ObjectRole.Result => name + "Result",
        _ => name,
    };

    /// <summary>The C# name of each member that is generated; reports names that would not compile.</summary>
    /// <param name="members">The members of one class.</param>
    /// <param name="owner">The type they belong to, as <c>module.Type</c>.</param>
    /// <param name="enclosing">The class they are written into.</param>
    /// <param name="inherited">Names that class has already.</param>
    public IReadOnlyList<NamedMember> Members(
        IReadOnlyList<Member> members, string owner, string enclosing, params ReadOnlySpan<string> inherited)
    {
        var named = members.Where(member => !member.Omitted)
            .Select(member => new NamedMember(member, Property($"{owner}.{member.Name}", member.Name)))
            .ToList();
        foreach (var clash in named.GroupBy(member => member.Name).Where(group => group.Count() > 1))
        {
            Clash($"{owner}.{clash.Last().Member.Name}", $"'{clash.Key}' is also the name of '{clash.First().Member.Name}'");
        }

        foreach (var (member, name) in named)
        {
            if (name == enclosing)
            {
                Clash($"{owner}.{member.Name}", $"'{name}' is the name of the class around it");
            }
            else if (inherited.Contains(name))
            {
                Clash($"{owner}.{member.Name}", $"'{name}' is a member the class has already");
            }
        }

        return named;
    }

    /// <summary>The C# name of the member at a place, <c>module.Type.member</c>.</summary>
    public string Property(string place, string wire)
    {
        if (!list.Names.TryGetValue(place, out var name))
        {
            return Pascal(wire);
        }

        _renamed.Add(place);
        return name;
    }

    /// <summary>Upper case first; dashes and a leading dollar sign are no part of a C# name.</summary>
    public static string Pascal(string name) =>
        string.Concat(name.TrimStart('$')
            .Split('-', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    public void ReportUnused()
    {
        foreach (var entry in list.Names.Keys.Except(_renamed))
        {
            problems.Add(list.File, $"'names' has '{entry}', which is no member of a generated class", "correct or remove it");
        }

        foreach (var entry in list.Modules.Keys.Except(_modules))
        {
            problems.Add(list.File, $"'modules' has '{entry}', which no generated class is in", "remove it");
        }
    }

    private string Path(string module) => string.Join('.', module.Split('/').Select(part =>
    {
        _modules.Add(part);
        if (list.Modules.TryGetValue(part, out var name))
        {
            return name;
        }

        problems.Add(
            list.File,
            $"the module '{part}' has no C# name",
            $"add \"{part}\": \"{Pascal(part)}\" to 'modules', cased as in the official namespace");
        return Pascal(part);
    }));

    private void Clash(string place, string what) =>
        problems.Add(
            place,
            $"has no C# name: {what}",
            $"add \"{place}\": \"OtherName\" to 'names' of {list.File}, with the official name if it has one");
}
