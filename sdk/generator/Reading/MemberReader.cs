using Platform.Declarations.Reading;
using Platform.Declarations.Schema;
using Platform.SdkGenerator.Schema;
using Platform.Declarations.TypeScript;

namespace Platform.SdkGenerator.Reading;

/// <summary>Turns declared members into <see cref="Member"/>s and remembers which nested types they lead to.</summary>
internal sealed class MemberReader(PackageList list, TypeReader types, Problems problems)
{
    private readonly HashSet<string> _omitted = [];
    private readonly HashSet<string> _secrets = [];

    /// <summary>Called for every nested type a generated member refers to.</summary>
    public required Action<SchemaType, ObjectRole, string> Reached { private get; init; }

    /// <param name="members">The declared members.</param>
    /// <param name="owner">The type they belong to, as <c>module.Type</c>.</param>
    /// <param name="role">What the type is used for.</param>
    /// <param name="defaults">Expression for an unset member; null if there is none.</param>
    /// <param name="secret">Whether a member is an input that is always secret.</param>
    public IReadOnlyList<Member> Read(
        IReadOnlyList<TsMember> members,
        string owner,
        ObjectRole role,
        Func<string, string?>? defaults = null,
        Func<string, bool>? secret = null) =>
        [.. members.Select(member => Read(member, owner, role, defaults, secret))];

    public void ReportUnused()
    {
        Unused("omit", list.Omit.Except(_omitted));
        Unused("secrets", list.Secrets.Except(_secrets));
    }

    private Member Read(TsMember declared, string owner, ObjectRole role, Func<string, string?>? defaults, Func<string, bool>? secret)
    {
        var place = $"{owner}.{declared.Name}";
        if (list.Omit.Contains(place))
        {
            _omitted.Add(place);
            return new(declared.Name, new PrimitiveType(PrimitiveKind.Any), Optional: true) { Omitted = true };
        }

        var (read, optional) = types.Read(declared, place);
        Reached(read, role, place);
        var listed = role is ObjectRole.Input && list.Secrets.Contains(place);
        if (listed)
        {
            _secrets.Add(place);
        }

        return new(declared.Name, read, optional)
        {
            Deprecated = declared.Deprecated,
            Secret = listed || secret?.Invoke(declared.Name) == true,
            Default = defaults?.Invoke(declared.Name) is { } expression ? DefaultReader.Read(expression, place, problems) : null,
        };
    }

    private void Unused(string key, IEnumerable<string> entries)
    {
        foreach (var entry in entries)
        {
            problems.Add(list.File, $"'{key}' has '{entry}', which is no member of a generated class", "correct or remove it");
        }
    }
}
