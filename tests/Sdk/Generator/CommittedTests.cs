using Platform.SdkGenerator;

namespace Platform.Tests.Sdk.Generator;

public class CommittedTests
{
    [NpmFact]
    public void Makes_the_committed_bytes_again()
    {
        var (written, deleted) = Generation.Run(NpmFactAttribute.Root, NpmFactAttribute.Packages).Pending();

        Assert.Empty(written);
        Assert.Empty(deleted);
    }
}

/// <summary>A test that needs the npm packages, which only whoever changes the lists has fetched.</summary>
internal sealed class NpmFactAttribute : FactAttribute
{
    public NpmFactAttribute()
    {
        if (!Directory.Exists(Path.Combine(Packages, "@pulumi")))
        {
            Skip = "The npm packages are not there; sdk/generator/fetch gets them.";
        }
    }

    public static string Root { get; } = Find(new(AppContext.BaseDirectory));

    public static string Packages => Path.Combine(Root, "sdk/generator/node_modules");

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Platform.sln")) ? folder.FullName
        : folder.Parent is { } parent ? Find(parent)
        : throw new InvalidOperationException($"{AppContext.BaseDirectory} is not below the repository's root.");
}
