using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>The name by which the engine knows a resource: <c>urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME</c>.</summary>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "ToString is the alternate.")]
public readonly struct Urn : IEquatable<Urn>
{
    private const string Prefix = "urn:pulumi:";

    private readonly string _value;

    /// <summary>A URN from its text, which is taken as it is.</summary>
    /// <param name="value">The text.</param>
    public Urn(string value)
    {
        _value = value;
    }

    /// <summary>The text of the URN.</summary>
    /// <param name="value">The URN.</param>
    public static implicit operator string(Urn value) => value.ToString();

    /// <summary>Whether both have the same text.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    /// <summary>Whether their texts differ.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);

    /// <summary>The URN that a resource has or would have.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its type token.</param>
    /// <param name="parent">Its parent, unless <paramref name="parentUrn"/> is given. Default: none.</param>
    /// <param name="parentUrn">The URN of its parent. Default: that of <paramref name="parent"/>.</param>
    /// <param name="project">The project. Default: the one that is running.</param>
    /// <param name="stack">The stack. Default: the one that is running.</param>
    public static Output<string> Create(
        Input<string> name,
        Input<string> type,
        Resource? parent = null,
        Input<string>? parentUrn = null,
        Input<string>? project = null,
        Input<string>? stack = null)
    {
        var prefix = parentUrn is not null || parent is not null
            ? (parentUrn?.ToOutput() ?? parent!.Urn).Apply(QualifiedTypePrefix)
            : Output.Tuple(
                    (stack ?? Deployment.Instance.StackName).ToOutput(),
                    (project ?? Deployment.Instance.ProjectName).ToOutput())
                .Apply(names => $"{Prefix}{names.Item1}::{names.Item2}::");
        return Output.Tuple(prefix, type.ToOutput(), name.ToOutput()).Apply(parts => $"{parts.Item1}{parts.Item2}::{parts.Item3}");
    }

    /// <summary>Whether the other URN has the same text.</summary>
    /// <param name="other">The other URN.</param>
    public bool Equals(Urn other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <summary>Whether the object is a URN with the same text.</summary>
    /// <param name="obj">The object.</param>
    public override bool Equals(object? obj) => obj is Urn other && Equals(other);

    /// <summary>A hash of the text.</summary>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_value ?? "");

    /// <summary>The text of the URN.</summary>
    public override string ToString() => _value ?? "";

    /// <summary>The last part of a URN.</summary>
    internal static string NameOf(string urn) => urn[(urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..];

    /// <summary>The type token in a URN, without the types of the parents.</summary>
    internal static string TypeOf(string urn)
    {
        var types = urn.Split("::", 4) is [_, _, var qualified, _]
            ? qualified
            : throw new ArgumentException($"'{urn}' is no URN; one looks like {Prefix}STACK::PROJECT::TYPE::NAME.", nameof(urn));
        return types[(types.LastIndexOf('$') + 1)..];
    }

    // Everything of the parent's URN up to the place of the child's type. The stack is not named in its children's types.
    private static string QualifiedTypePrefix(string parentUrn)
    {
        var prefix = parentUrn[..parentUrn.LastIndexOf("::", StringComparison.Ordinal)];
        return TypeOf(parentUrn) == Stack.TypeToken
            ? prefix[..(prefix.LastIndexOf("::", StringComparison.Ordinal) + 2)]
            : prefix + "$";
    }
}
