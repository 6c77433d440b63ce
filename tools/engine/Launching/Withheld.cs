namespace Platform.Engine.Launching;

/// <summary>What belongs to the person at the keyboard and is no business of a program.</summary>
internal static class Withheld
{
    /// <summary>Variables no program gets to see.</summary>
    public static IReadOnlyList<string> Variables { get; } = ["PULUMI_ACCESS_TOKEN", "PULUMI_CONFIG_PASSPHRASE", "PULUMI_CONFIG_PASSPHRASE_FILE"];
}
