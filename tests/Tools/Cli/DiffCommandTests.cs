using System.Text;
using System.Text.Json;
using Platform.Cli;
using Platform.Cli.Baselines;
using Platform.Cli.Render;
using Platform.Cli.Render.Changes;
using Platform.Engine;
using Platform.Graph;
using Platform.Insights.Diff;
using Platform.Tests.Tools.Engine;
using Platform.Tests.Tools.Insights;

namespace Platform.Tests.Tools.Cli;

public class DiffCommandTests
{
    // A bit of everything: data lost, something down, a harmless tag, a secret, a rename without an alias.
    private static readonly ResourceGraph After = Shop.Without(
        Shop.Bucket,
        Shop.With(Shop.Subnet, ("cidrBlock", Shop.Of("10.0.2.0/24"))),
        Shop.With(Shop.Vpc, ("tags", Shop.Map(("cost|centre", Shop.Of("<b>@all</b>"))))),
        Shop.With(Shop.Nodes, ("version", Shop.Of("1.35"))),
        Shop.Get(Shop.Bucket) with { Urn = Shop.Urn("aws:s3/bucket:Bucket", "uploads"), Name = "uploads" },
        Shop.Aws("acme:index:Widget", "widget", "w-1", Shop.Map(("size", PropertyValue.Of(2)))));

    private static readonly ResourceGraph Before = Shop.Plan(
        Shop.With(Shop.Database, ("storageEncrypted", PropertyValue.Of(false))),
        Shop.Aws("acme:index:Widget", "widget", "w-1", Shop.Map(("size", PropertyValue.Of(1)))));

    private static StackDiff Diff { get; } = StackComparison.Of(Before, After);

    [Theory]
    [InlineData(80, false), InlineData(160, false), InlineData(null, false), InlineData(80, true)]
    public void Reads_well_at_every_width(int? width, bool verbose) => Golden.Matches(
        $"diff{(verbose ? "-verbose" : "")}-{width?.ToString() ?? "pipe"}.txt",
        DiffText.Of(Diff, new Baseline(Before, "main.json"), verbose, new TextLayout(width, Colour: false)));

    [Fact]
    public void Of_a_document_the_first_changes_are_told_and_the_rest_counted_and_a_reason_is_said_once()
    {
        var text = DiffText.Of(StackComparison.Of(Board(1), Board(2)), new Baseline(Board(1), "main.json"), verbose: false, new TextLayout(null, Colour: false));
        var verbose = DiffText.Of(StackComparison.Of(Board(1), Board(2)), new Baseline(Board(1), "main.json"), verbose: true, new TextLayout(null, Colour: false));

        Assert.Equal(8, text.Split(": 1 → 2").Length - 1);
        Assert.Contains("and 12 more (--verbose shows each)", text, StringComparison.Ordinal);
        Assert.Equal(20, verbose.Split(": 1 → 2").Length - 1);
        Assert.Single(verbose.Split('\n'), line => line.Contains("replaces it in one case", StringComparison.Ordinal));

        static ResourceGraph Board(int height) => Shop.Plan(Shop.Aws("kubernetes:core/v1:ConfigMap", "board", "board", Shop.Map(
            ("data", Shop.Map(("board.json", Shop.Of($"[{string.Join(',', Enumerable.Range(1, 20).Select(_ => $"{{\"h\":{height}}}"))}]")))))));
    }

    [Fact]
    public void Makes_a_comment_in_which_data_cannot_become_markup()
    {
        var comment = DiffMarkdown.Of(Diff, "main.json");

        Golden.Matches("diff.md", comment);
        Assert.DoesNotContain("<b>", comment, StringComparison.Ordinal);
        Assert.DoesNotContain("@all", comment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_the_document()
    {
        var run = await Against(Before, After, "--format", "json");

        using var document = JsonDocument.Parse(run.Data);
        var summary = document.RootElement.GetProperty("summary");
        Assert.Equal((1, "dataLoss", true), (document.RootElement.GetProperty("schemaVersion").GetInt32(), summary.GetProperty("blastRadius").GetString(), summary.GetProperty("endsStatefulResource").GetBoolean()));
        Assert.Equal(document.RootElement.GetProperty("changes").GetArrayLength(), Enum.GetNames<ChangeKind>().Sum(kind => summary.GetProperty(JsonNamingPolicy.CamelCase.ConvertName(kind)).GetInt32()));
        var encryption = document.RootElement.GetProperty("changes").EnumerateArray().Single(change => change.GetProperty("urn").GetString() == Shop.Database).GetProperty("properties").EnumerateArray().Last();
        Assert.Equal(("storageEncrypted", false, true, "certain"), (encryption.GetProperty("path").GetString(), encryption.GetProperty("before").GetBoolean(), encryption.GetProperty("after").GetBoolean(), encryption.GetProperty("replacement").GetString()));
    }

    [Theory]
    [InlineData("nothing", ExitCode.Fine), InlineData("replace-stateful", ExitCode.Findings), InlineData("replace", ExitCode.Findings), InlineData("change", ExitCode.Findings)]
    public async Task Fails_on_what_it_is_asked_to(string failOn, object expected) =>
        Assert.Equal(expected, (await Against(Before, After, "--fail-on", failOn)).ExitCode);

    [Theory]
    [InlineData("replace-stateful", ExitCode.Fine), InlineData("replace", ExitCode.Findings), InlineData("change", ExitCode.Findings)]
    public async Task Lets_pass_what_ends_no_data(string failOn, object expected) =>
        Assert.Equal(expected, (await Against(Shop.Plan(), Shop.Plan(Shop.With(Shop.Subnet, ("cidrBlock", Shop.Of("10.0.2.0/24")))), "--fail-on", failOn)).ExitCode);

    [Fact]
    public async Task Says_that_nothing_changes()
    {
        var run = await Against(Shop.Plan(), Shop.Plan(), "--fail-on", "change");

        Assert.Equal((ExitCode.Fine, ""), (run.ExitCode, run.Messages));
        Assert.EndsWith("7 unchanged\n\nNo change.\n", run.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_is_wrong_with_the_other_side_before_it_plans()
    {
        using var workspace = new Workspace();
        workspace.Write("preview.json", """{"steps":[],"changeSummary":{"same":3}}""").Write("cut.json", "{\"version\":3,");
        foreach (var (path, expected) in new[]
        {
            (workspace.PathOf("preview.json"), "but it leaves out 3 unchanged resources; write it with `pulumi preview --json --show-sames`."),
            (workspace.PathOf("cut.json"), "ends in the middle (line 1)"),
            ("/nowhere.json", "--against is '/nowhere.json', but there is no such file; a git revision is written git:REV."),
            ("git:HEAD", "but there is no git on the path"),
        })
        {
            var run = await CliRun.Of(Shop.Plan(), "diff", "dev", "--against", path);

            Assert.Equal((ExitCode.WrongUse, (PlanRequest?)null, ""), (run.ExitCode, run.Request, run.Data));
            Assert.Contains(expected, run.Messages, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Refuses_a_state_of_another_stack()
    {
        var run = await Against(new ResourceGraph("shop", "prod", SamplePlan.Graph.Resources), Shop.Plan());

        Assert.Equal(ExitCode.WrongUse, run.ExitCode);
        Assert.Contains("which is of the stack prod of shop, but the stack is dev; give one of dev.", run.Messages, StringComparison.Ordinal);
    }

    private static async Task<CliRun> Against(ResourceGraph before, ResourceGraph after, params string[] options)
    {
        using var workspace = new Workspace();
        workspace.Write("before.json", Encoding.UTF8.GetString(PlanJson.Write(before).Span));
        return await CliRun.Of(after, ["diff", "dev", "--against", workspace.PathOf("before.json"), .. options]);
    }
}
