using Platform.Tests.Tools.Repository;

namespace Platform.Tests.Tools.Cli;

/// <summary>
/// Texts that a person looked at and found good. <c>PLATFORM_UPDATE_GOLDEN=1 dotnet test tests/Tools --filter Cli</c>
/// writes them anew; the difference belongs into the review.
/// </summary>
internal static class Golden
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("PLATFORM_UPDATE_GOLDEN") == "1";

    /// <summary>Compares a text with <c>tests/Tools/Cli/Golden/NAME</c>.</summary>
    public static void Matches(string name, string text)
    {
        var path = Path.Combine(Sources.Root, "tests", "Tools", "Cli", "Golden", name);
        if (Update)
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text);
    }
}
