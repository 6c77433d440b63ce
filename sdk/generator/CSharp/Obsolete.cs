using Platform.SdkGenerator.Schema;

namespace Platform.SdkGenerator.CSharp;

/// <summary>How a deprecation is marked: in our own words, never in the provider's.</summary>
internal static class Obsolete
{
    public const string Attribute = "[Obsolete(\"Deprecated by the provider.\")]";

    /// <summary>The attribute and a blank for a deprecated member; nothing for another.</summary>
    public static string Mark(bool deprecated) => deprecated ? Attribute + " " : "";

    public static string Mark(Member member) => Mark(member.Deprecated);
}
