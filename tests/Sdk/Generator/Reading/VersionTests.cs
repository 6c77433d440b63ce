using System.Text.Json;
using System.Xml.Linq;
using Platform.SdkGenerator;

namespace Platform.Tests.Sdk.Generator.Reading;

public class VersionTests
{
    [Theory]
    [InlineData("aws", "Pulumi.Aws")]
    [InlineData("kubernetes", "Pulumi.Kubernetes")]
    [InlineData("random", "Pulumi.Random")]
    public void Has_one_version_of_each_package_in_the_list_the_fetch_and_the_official_reference(string package, string official)
    {
        var list = PackageList.Read(Path.Combine(NpmFactAttribute.Root, Generation.Lists, package + ".json"));

        using var npm = JsonDocument.Parse(File.ReadAllText(Path.Combine(NpmFactAttribute.Root, "sdk/generator/package.json")));
        Assert.Equal(list.Version, npm.RootElement.GetProperty("dependencies").GetProperty("@pulumi/" + package).GetString());
        Assert.Equal(list.Version, Central(official));
    }

    private static string? Central(string package) =>
        XDocument.Load(Path.Combine(NpmFactAttribute.Root, "Directory.Packages.props"))
            .Descendants("PackageVersion").Single(element => element.Attribute("Include")?.Value == package).Attribute("Version")?.Value;
}
