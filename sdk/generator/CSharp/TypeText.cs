using Platform.Declarations.Schema;
using Platform.SdkGenerator.CSharp.Naming;
using Platform.SdkGenerator.Schema;

namespace Platform.SdkGenerator.CSharp;

/// <summary>Spells a <see cref="SchemaType"/> in C#, as short as the place it stands in allows.</summary>
internal sealed class TypeText(PackageList list, Names names, PackageModel model)
{
    private readonly HashSet<string> _scopes = Scopes(names, model);

    /// <param name="type">The type to spell.</param>
    /// <param name="role">What the class it stands in is used for.</param>
    /// <param name="from">Namespace of that class.</param>
    /// <param name="mutable">Whether a plain collection is one the caller fills, as in arguments of functions.</param>
    public string Spell(SchemaType type, ObjectRole role, string from, bool mutable = false) => type switch
    {
        InputType { Value: ListType list } => $"InputList<{Spell(list.Element.Plain, role, from)}>",
        InputType { Value: MapType map } => $"InputMap<{Spell(map.Value.Plain, role, from)}>",
        InputType { Value: UnionType union } => Union(union, role, from, "InputUnion", part => $"Input<{part}>"),
        InputType input => $"Input<{Spell(input.Value, role, from)}>",
        PrimitiveType primitive => Primitive(primitive.Kind),
        ListType list => $"{(mutable ? "List" : "ImmutableArray")}<{Spell(list.Element, role, from)}>",
        MapType map => $"{(mutable ? "Dictionary" : "ImmutableDictionary")}<string, {Spell(map.Value, role, from)}>",
        EnumerationType enumeration => Reference(names.Namespace(enumeration.Module), enumeration.Name, from),
        ObjectType nested => Reference(names.TypesNamespace(nested.Module, role), Names.Class(nested.Name, role), from),
        UnionType union when IsOutput(role) && union.Parts.Any(part => part is EnumerationType) => "string",
        UnionType union => Union(union, role, from, "Union", part => part),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "no C# spelling"),
    };

    /// <summary>The type of something a provider answers; in the official Kubernetes SDK that is never null.</summary>
    public string SpellOutput(Member member, ObjectRole role, string from) =>
        Spell(member.Type, role, from) + (member.Optional && !list.Kubernetes && member.Type is not ListType ? "?" : "");

    /// <summary>The shortest path to a class: what both namespaces share is left out where no nearer namespace hides the rest.</summary>
    public string Reference(string ns, string name, string from)
    {
        if (ns == from)
        {
            return name;
        }

        var (target, scope) = (ns.Split('.'), from.Split('.'));
        var shared = 0;
        while (shared < target.Length && shared < scope.Length && target[shared] == scope[shared])
        {
            shared++;
        }

        var rest = string.Join('.', target[shared..]);
        if (rest.Length == 0)
        {
            return name;
        }

        var hidden = Enumerable.Range(shared + 1, scope.Length - shared)
            .Any(length => _scopes.Contains($"{string.Join('.', scope[..Math.Min(length, scope.Length)])}.{target[shared]}"));
        return hidden ? $"global::{ns}.{name}" : $"{rest}.{name}";
    }

    private static bool IsOutput(ObjectRole role) => role is ObjectRole.Output or ObjectRole.Result;

    private static string Primitive(PrimitiveKind kind) => kind switch
    {
        PrimitiveKind.String => "string",
        PrimitiveKind.Boolean => "bool",
        PrimitiveKind.Integer => "int",
        PrimitiveKind.Number => "double",
        PrimitiveKind.Archive => "Archive",
        PrimitiveKind.Asset => "AssetOrArchive",
        _ => "object",
    };

    private string Union(UnionType union, ObjectRole role, string from, string pair, Func<string, string> single)
    {
        var parts = union.Parts.Select(part => Spell(part.Plain, role, from)).Distinct().ToList();
        return parts.Count switch
        {
            1 => single(parts[0]),
            2 => $"{pair}<{parts[0]}, {parts[1]}>",
            _ => "object",
        };
    }

    /// <summary>Every generated namespace and each of the namespaces around it.</summary>
    private static HashSet<string> Scopes(Names names, PackageModel model)
    {
        var namespaces = model.Resources.SelectMany(r => new[] { names.Namespace(r.Module), names.ArgumentsNamespace(r) })
            .Concat(model.Functions.Select(f => names.Namespace(f.Module)))
            .Concat(model.Objects.Select(o => names.TypesNamespace(o.Module, o.Role)))
            .Concat(model.Enumerations.Select(e => names.Namespace(e.Module)));
        var scopes = new HashSet<string>();
        foreach (var ns in namespaces)
        {
            for (var end = ns.Length; end > 0; end = ns.LastIndexOf('.', end - 1))
            {
                scopes.Add(ns[..end]);
            }
        }

        return scopes;
    }
}
