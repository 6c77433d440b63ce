using Platform.SdkGenerator.Schema;

namespace Platform.SdkGenerator.CSharp.Naming;

/// <summary>A member and its C# name.</summary>
internal sealed record NamedMember(Member Member, string Name)
{
    /// <summary>What a declaration begins with: the official SDK hides members of <see cref="object"/>, such as <c>Equals</c>.</summary>
    public string Access => Name is "Equals" or "GetHashCode" or "GetType" or "MemberwiseClone" or "ToString" ? "public new" : "public";
}
