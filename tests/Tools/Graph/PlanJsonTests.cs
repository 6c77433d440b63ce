using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Platform.Graph;

namespace Platform.Tests.Tools.Graph;

public class PlanJsonTests
{
    [Fact]
    public void Reads_back_everything_it_writes()
    {
        var bytes = PlanJson.Write(Sample());
        var read = PlanJsonReader.Read(bytes);

        Assert.Equal(Encoding.UTF8.GetString(bytes.Span), Encoding.UTF8.GetString(PlanJson.Write(read).Span));
        var (before, after) = (Sample().Find("urn:db")!, read.Find("urn:db")!);
        Assert.Equal(before.Inputs, after.Inputs);
        Assert.Equal(before.Placeholders.ToArray(), after.Placeholders.ToArray());
        Assert.Equal(before.Settings.CustomTimeouts, after.Settings.CustomTimeouts);
        Assert.Equal(before.Settings.EnvVarMappings, after.Settings.EnvVarMappings);
        Assert.Equal(2, after.Settings.StateMigrations);
        Assert.Equal(before.Settings.ReplacementTrigger, after.Settings.ReplacementTrigger);
        Assert.Equal([.. before.Settings.HideDiffs, .. before.Settings.Hooks["beforeCreate"]], after.Settings.HideDiffs.Concat(after.Settings.Hooks["beforeCreate"]));
        Assert.Equal((before.Id, before.Region, before.Provider, before.External), (after.Id, after.Region, after.Provider, after.External));
        Assert.Equal(Sample().Outputs, read.Outputs);
        Assert.Equal(Sample().Diagnostics.ToArray(), read.Diagnostics.ToArray());
        Assert.Equal(Sample().Assumptions.ToArray(), read.Assumptions.ToArray());
    }

    [Fact]
    public void Writes_the_members_of_the_documented_form()
    {
        using var json = JsonDocument.Parse(PlanJson.Write(Sample()));
        var root = json.RootElement;

        Assert.Equal(
            ["schemaVersion", "project", "stack", "resources", "outputs", "diagnostics", "assumptions", "summary"],
            root.EnumerateObject().Select(member => member.Name));
        Assert.Equal(1, root.GetProperty("schemaVersion").GetInt32());
        Assert.Equal(2, root.GetProperty("summary").GetProperty("total").GetInt32());
        var database = root.GetProperty("resources").EnumerateArray().Single(resource => resource.GetProperty("name").GetString() == "db");
        Assert.Equal("[secret]", database.GetProperty("inputs").GetProperty("secret").GetString());
        Assert.Equal("04da6b54-80e4-46f7-96ec-b56ff0331ba9", database.GetProperty("inputs").GetProperty("unknown").GetString());
        Assert.Equal("3", database.GetProperty("inputs").GetProperty("whole").GetRawText());
        Assert.Equal("0.25", database.GetProperty("inputs").GetProperty("fraction").GetRawText());
        Assert.False(database.TryGetProperty("remote", out _));
    }

    [Theory]
    [InlineData("{", "it is no JSON")]
    [InlineData("[]", "no plan")]
    [InlineData("{}", "no plan")]
    [InlineData("""{"schemaVersion":2}""", "schemaVersion is 2")]
    [InlineData("""{"schemaVersion":1,"project":"p","stack":"s","resources":[{}],"outputs":{}}""", "no plan")]
    public void Says_what_is_wrong_with_another_document(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => PlanJsonReader.Read(Encoding.UTF8.GetBytes(text))).Message, StringComparison.Ordinal);

    private static ResourceGraph Sample() => new(
        "shop",
        "dev",
        [
            new Resource { Urn = "urn:stack", Type = ResourceGraph.StackType, Name = "shop-dev" },
            new Resource { Urn = "urn:vpc", Type = "aws:ec2/vpc:Vpc", Name = "vpc", Parent = "urn:stack", Custom = true },
            new Resource
            {
                Urn = "urn:db",
                Type = "aws:rds/instance:Instance",
                Name = "db",
                Parent = "urn:stack",
                Provider = "urn:p::id",
                Custom = true,
                External = true,
                Id = "db-1",
                Region = "eu-west-1",
                Inputs = PropertyValue.Of(new Dictionary<string, PropertyValue>
                {
                    ["text"] = PropertyValue.Of("<ü \"quoted\">"),
                    ["whole"] = PropertyValue.Of(3),
                    ["fraction"] = PropertyValue.Of(0.25),
                    ["flag"] = PropertyValue.Of(true),
                    ["null"] = PropertyValue.Null,
                    ["unknown"] = PropertyValue.Unknown,
                    ["secret"] = PropertyValue.Secret,
                    ["list"] = new ListValue([PropertyValue.Of("a"), new ListValue([])]),
                    ["asset"] = new AssetValue(AssetSource.Uri, "https://example.com/a", "abc"),
                    ["archive"] = new ArchiveValue(null, "", PropertyValue.Of([KeyValuePair.Create("a", (PropertyValue)new AssetValue(AssetSource.Path, "a.txt"))])),
                    ["reference"] = new ReferenceValue("urn:vpc", ""),
                }),
                Dependencies = ["urn:vpc"],
                PropertyDependencies = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("text", ["urn:vpc"]),
                Placeholders = [new("list[0]", "urn:vpc", "id", PlaceholderMatch.Exact), new("text", "urn:vpc", null, PlaceholderMatch.Approximate)],
                Settings = new()
                {
                    Protect = true,
                    RetainOnDelete = true,
                    DeleteBeforeReplace = false,
                    IgnoreChanges = ["tags"],
                    Aliases = ["urn:old"],
                    ImportId = "db-0",
                    DeletedWith = "urn:vpc",
                    ReplacementTrigger = PropertyValue.Of([KeyValuePair.Create("release", PropertyValue.Of(7))]),
                    HideDiffs = ["tags"],
                    Hooks = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("beforeCreate", ["note"]),
                    CustomTimeouts = ImmutableSortedDictionary<string, string>.Empty.Add("create", "1m"),
                    EnvVarMappings = ImmutableSortedDictionary<string, string>.Empty.Add("SHOP_TOKEN", "AWS_TOKEN"),
                    StateMigrations = 2,
                    Version = "7.48.0",
                },
            },
        ],
        PropertyValue.Of([KeyValuePair.Create("endpoint", PropertyValue.Of("db.example.com"))]),
        [new Diagnostic(Severity.Warning, "careful", "urn:db"), new Diagnostic(Severity.Info, "fyi")],
        [new Assumption("aws:ec2/getAmi:getAmi", "placeholder", "asked without arguments")]);
}
