using System.Security.Cryptography;
using System.Text;
using Platform.Engine;
using Platform.Graph;

namespace Platform.Tests.Tools.Engine.Programs;

/// <summary>Where values come from and what becomes of them: data sources, secrets, unknowns, assets.</summary>
public class ValueTests
{
    [NodeFact]
    public async Task Answers_data_sources_and_says_how_it_knows()
    {
        var graph = await TypeScript.Graph("datasources", request => request with { AnswersFile = Path.Combine(TypeScript.Folder, "datasources", "answers.yaml") });

        Assert.Equal(
            ("123456789012", "aws", "eu-west-1", "eu-west-1b"),
            (graph.Outputs["account"]!.AsText, graph.Outputs["partition"]!.AsText, graph.Outputs["region"]!.AsText, graph.Outputs["zone"]!.AsText));
        var machine = graph.Named("machine");
        Assert.Equal("t4g.small", machine.Inputs["instanceType"]!.AsText);
        Assert.Contains(new Placeholder("ami", "aws:ec2/getAmi:getAmi", "id", PlaceholderMatch.Exact), machine.Placeholders);
        Assert.Equal(["files"], graph.Named("policy").Sources("policy"));
        Assert.Contains($"\"Resource\": \"{graph.Named("files").Outputs["arn"]!.AsText}/*\"", graph.Outputs["policy"]!.AsText, StringComparison.Ordinal);
        Assert.Equal(
            [("aws:ec2/getAmi:getAmi", "placeholder"), ("aws:index/getAvailabilityZones:getAvailabilityZones", "computed"), ("aws:index/getCallerIdentity:getCallerIdentity", "computed"), ("aws:ssm/getParameter:getParameter", "answers-file")],
            graph.Assumptions.Select(assumption => (assumption.Subject, assumption.Kind)));
    }

    [NodeFact]
    public async Task Refuses_a_plan_with_invented_answers_and_names_them_all()
    {
        var result = await TypeScript.Plan("datasources", request => request with { Strict = true });

        Assert.Equal(PlanOutcome.Inexact, result.Outcome);
        Assert.Equal(
            ["the data source aws:ec2/getAmi:getAmi has no exact answer offline", "the data source aws:ssm/getParameter:getParameter has no exact answer offline"],
            result.Graph!.Diagnostics.Where(said => said.Severity == Severity.Error).Select(said => said.Message.Split(", and")[0]).Order(StringComparer.Ordinal));
    }

    [NodeTheory]
    [InlineData(AnswerMode.Plan)]
    [InlineData(AnswerMode.Preview)]
    public async Task Keeps_secrets_on_every_way(AnswerMode mode)
    {
        var result = await TypeScript.Plan("secrets", request => request with
        {
            Mode = mode,
            Secrets = new Dictionary<string, string> { ["token"] = "sesame-open", ["pin"] = "48151623" },
        });

        var graph = result.Graph!;
        Assert.All(["direct", "derived", "wrapped"], name => Assert.IsType<SecretValue>(graph.Named(name).Inputs["prefix"]));
        Assert.IsType<SecretValue>(graph.Named("inside").Inputs["keepers"]!["line"]);
        Assert.Equal("yes", graph.Named("inside").Inputs["keepers"]!["open"]!.AsText);
        Assert.Equal("no longer secret", graph.Named("opened").Inputs["prefix"]!.AsText);
        Assert.IsType<SecretValue>(graph.Named("hashed").Inputs["keepers"]!["length"]);
        Assert.IsType<SecretValue>(graph.Named("opaque").Outputs["separator"]);
        Assert.All(["hidden", "configured"], name => Assert.IsType<SecretValue>(graph.Outputs[name]));
        Assert.Equal(mode == AnswerMode.Plan ? typeof(TextValue) : typeof(UnknownValue), graph.Outputs["plain"]!.GetType());

        var everything = Encoding.UTF8.GetString(PlanJson.Write(graph).Span) + string.Join('\n', result.ProgramOutput);
        Assert.Contains("the token is [secret]", everything, StringComparison.Ordinal);
        Assert.Contains("the pin is [secret]", everything, StringComparison.Ordinal);
        Assert.All(["sesame-open", "48151623", "kept between us"], secret => Assert.DoesNotContain(secret, everything, StringComparison.Ordinal));
    }

    [NodeFact]
    public async Task Takes_assets_and_archives_of_every_kind()
    {
        var graph = await TypeScript.Graph("assets");

        Assert.Equal(new AssetValue(AssetSource.Text, "<h1>shop</h1>", Digest("<h1>shop</h1>"u8)), Source("text"));
        Assert.Equal(new AssetValue(AssetSource.Path, "./page.html", Digest(await File.ReadAllBytesAsync(Path.Combine(TypeScript.Folder, "assets", "page.html")))), Source("file"));
        Assert.Equal(new AssetValue(AssetSource.Uri, "https://example.com/logo.svg", null), Source("remote"));
        Assert.True(Source("folder") is ArchiveValue { Source: AssetSource.Path, Content: ".", Hash.Length: 64 });
        Assert.True(Source("far") is ArchiveValue { Source: AssetSource.Uri, Content: "https://example.com/site.zip", Hash: null });
        var mixed = Assert.IsType<ArchiveValue>(Source("mixed"));
        Assert.IsType<AssetValue>(mixed.Assets["index.js"]);
        Assert.Equal("./page.html", Assert.IsType<AssetValue>(Assert.IsType<ArchiveValue>(mixed.Assets["pages"]).Assets["page.html"]).Content);
        Assert.Equal(graph.Named("files").Outputs["arn"]!.AsText, Assert.IsType<AssetValue>(Source("computed")).Content);
        Assert.Equal(["files"], graph.Named("computed").Sources("source"));

        static string Digest(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
        PropertyValue? Source(string name) => graph.Named(name).Inputs["source"];
    }
}
