using System.Text;
using Platform.Graph;
using Platform.Graph.Files;

namespace Platform.Tests.Tools.Graph;

public class GraphFileReaderTests
{
    private const string Stack = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
    private const string Provider = "urn:pulumi:dev::shop::pulumi:providers:aws::default_7_48_0";
    private const string Bucket = "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs";

    private const string Resources = """
        [
          {"urn":"@stack","custom":false,"type":"pulumi:pulumi:Stack","outputs":{"bucket":"logs-1a2b3c4"}},
          {"urn":"@provider","custom":true,"type":"pulumi:providers:aws","id":"6f1c","inputs":{"region":"eu-west-1","version":"7.48.0"}},
          {"urn":"@bucket","custom":true,"type":"aws:s3/bucket:Bucket","id":"logs-1a2b3c4","protect":true,
           "inputs":{"__defaults":["bucket"],"bucket":"logs-1a2b3c4","password":
             {"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","plaintext":"\"hunter2\""}},
           "outputs":{"arn":"arn:aws:s3:::logs-1a2b3c4"},
           "parent":"@stack","provider":"@provider::6f1c","dependencies":["@stack"],
           "propertyDependencies":{"bucket":["@stack"]},"customTimeouts":{"create":300}}
        ]
        """;

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Reads_every_version_of_a_stack_export(int version)
    {
        var file = Read($"{{\"version\":{version},\"deployment\":{{\"manifest\":{{}},\"resources\":@resources}}}}");

        Assert.Equal((GraphForm.StackExport, null, "shop", "dev"), (file.Form, file.MissingPart, file.Graph.Project, file.Graph.Stack));
        var bucket = file.Graph.Find(Bucket)!;
        Assert.Equal(("logs", "logs-1a2b3c4", "eu-west-1", Stack), (bucket.Name, bucket.Id, bucket.Region, bucket.Parent));
        Assert.True(bucket.Custom && bucket.Settings.Protect);
        Assert.Equal(Stack, Assert.Single(bucket.PropertyDependencies["bucket"]));
        Assert.Equal("300s", bucket.Settings.CustomTimeouts["create"]);
        Assert.Equal("logs-1a2b3c4", file.Graph.Outputs["bucket"]?.AsText);
    }

    [Fact]
    public void Reads_the_state_file_of_a_self_managed_backend_like_an_export()
    {
        var file = Read("""{"version":3,"checkpoint":{"stack":"dev","latest":{"resources":@resources}}}""");

        Assert.Equal((GraphForm.StackExport, 3), (file.Form, file.Graph.Resources.Length));
    }

    [Fact]
    public void Keeps_nothing_of_a_secret_not_even_one_exported_in_plain_text()
    {
        var graph = Read("""{"version":3,"deployment":{"resources":@resources}}""").Graph;

        Assert.Equal(PropertyValue.Secret, graph.Find(Bucket)!.Inputs["password"]);
        Assert.DoesNotContain("hunter2", Encoding.UTF8.GetString(PlanJson.Write(graph).Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_out_what_is_gone_already_and_says_so()
    {
        var file = Read("""
            {"version":3,"deployment":{"resources":[
              {"urn":"@bucket","custom":true,"type":"aws:s3/bucket:Bucket","id":"old","delete":true},
              {"urn":"@bucket","custom":true,"type":"aws:s3/bucket:Bucket","id":"new","initErrors":["not ready"]},
              {"urn":"@bucket2","custom":true,"type":"aws:s3/bucket:Bucket","pendingReplacement":true}],
              "pending_operations":[{"type":"creating","resource":{"urn":"@bucket3","type":"aws:s3/bucket:Bucket"}}]}}
            """);

        Assert.Equal("new", Assert.Single(file.Graph.Resources).Id);
        Assert.Equal(
            [(Bucket, "an earlier, replaced"), (Bucket, "it was created but d"), (Bucket + "2", "it was deleted for a"), (Bucket + "3", "an earlier deploymen")],
            file.Graph.Diagnostics.Select(diagnostic => (diagnostic.Urn!, diagnostic.Message[..20])).OrderBy(told => told.Item1, StringComparer.Ordinal).ThenBy(told => told.Item2, StringComparer.Ordinal));
    }

    [Fact]
    public void Reads_a_preview_as_what_would_be_there_afterwards()
    {
        var file = Read("""
            {"steps":[
              {"op":"same","urn":"@stack","newState":{"urn":"@stack","custom":false,"type":"pulumi:pulumi:Stack"}},
              {"op":"create","urn":"@bucket","newState":{"urn":"@bucket","custom":true,"type":"aws:s3/bucket:Bucket",
                "inputs":{"bucket":"04da6b54-80e4-46f7-96ec-b56ff0331ba9","password":"[secret]"}}},
              {"op":"delete","urn":"@bucket2","oldState":{"urn":"@bucket2","custom":true,"type":"aws:s3/bucket:Bucket"}}],
             "diagnostics":[{"message":"careful","severity":"warning"}],"duration":1,"changeSummary":{"create":1,"delete":1,"same":1}}
            """);

        Assert.Equal((GraphForm.Preview, null), (file.Form, file.MissingPart));
        Assert.Equal([Bucket, Stack], file.Graph.Resources.Select(resource => resource.Urn).Order(StringComparer.Ordinal));
        Assert.Equal(PropertyValue.Unknown, file.Graph.Find(Bucket)!.Inputs["bucket"]);
        Assert.Equal(PropertyValue.Secret, file.Graph.Find(Bucket)!.Inputs["password"]);
        Assert.Equal(new Diagnostic(Severity.Warning, "careful"), Assert.Single(file.Graph.Diagnostics));
    }

    [Fact]
    public void Says_how_to_get_what_a_preview_leaves_out()
    {
        var file = Read("""{"steps":[{"op":"same","newState":{"urn":"@stack","type":"pulumi:pulumi:Stack"}}],"changeSummary":{"same":8}}""");

        Assert.Equal("it leaves out 7 unchanged resources; write it with `pulumi preview --json --show-sames`", file.MissingPart);
    }

    [Fact]
    public void Reads_an_update_plan_that_creates_everything_and_says_what_another_one_lacks()
    {
        const string Plan = """
            {"manifest":{},"resourcePlans":{
              "@bucket":{"goal":{"type":"aws:s3/bucket:Bucket","name":"logs","custom":true,"protect":true,
                "inputDiff":{"adds":{"bucket":"logs"},"updates":{"acl":"private"},"deletes":["tags"]}},"steps":["@steps"],"state":{"arn":"a"}},
              "@bucket2":{"steps":["delete"],"state":null}}}
            """;

        var created = Read(Plan.Replace("@steps", "create", StringComparison.Ordinal));
        var updated = Read(Plan.Replace("@steps", "update", StringComparison.Ordinal));

        Assert.Equal((GraphForm.UpdatePlan, null), (created.Form, created.MissingPart));
        var bucket = Assert.Single(created.Graph.Resources);
        Assert.Equal(("logs", "private", "a", true), (bucket.Inputs["bucket"]?.AsText, bucket.Inputs["acl"]?.AsText, bucket.Outputs["arn"]?.AsText, bucket.Settings.Protect));
        Assert.StartsWith("it tells of 1 existing resources only what changes", updated.MissingPart, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_a_saved_plan()
    {
        var graph = new ResourceGraph("shop", "dev", [new Resource { Urn = Bucket, Type = "aws:s3/bucket:Bucket", Name = "logs", Custom = true }]);

        var file = GraphFileReader.Read(PlanJson.Write(graph), "plan.json");

        Assert.Equal(GraphForm.Plan, file.Form);
        Assert.Equal(PlanJson.Write(graph).ToArray(), PlanJson.Write(file.Graph).ToArray());
    }

    [Fact]
    public void Reads_a_file_with_a_byte_order_mark() =>
        Assert.Equal(GraphForm.StackExport, GraphFileReader.Read(Encoding.UTF8.GetBytes("\uFEFF{\"version\":3,\"deployment\":{}}"), "x").Form);

    [Theory]
    [InlineData("", "x.json ends in the middle (line 1)")]
    [InlineData("{\"version\":3,\n\"deployment\":{\"resources\":[{\"urn\":\"u", "x.json ends in the middle (line 2)")]
    [InlineData("version: 3", "x.json is no JSON (line 1)")]
    [InlineData("[]", "none of the files that hold a graph")]
    [InlineData("{\"a\":1}", "a stack export (pulumi stack export)")]
    [InlineData("{\"sequence\":0,\"timestamp\":1,\"cancelEvent\":{}}", "it is an event log")]
    [InlineData("{\"version\":5,\"deployment\":{}}", "its version is 5, but this tool reads 1 to 4; export it with")]
    [InlineData("{\"version\":0,\"deployment\":{}}", "its version is 0, but")]
    [InlineData("{\"version\":\"3\",\"deployment\":{}}", "has no number 'version'")]
    [InlineData("{\"version\":4,\"features\":[\"views\",\"timeTravel\"],\"deployment\":{}}", "it uses timeTravel, which this tool does not know")]
    [InlineData("{\"version\":3,\"deployment\":{\"resources\":[{\"type\":\"a:b:C\"}]}}", "a resource has no 'urn'")]
    [InlineData("{\"version\":3,\"deployment\":{\"resources\":[{\"urn\":\"nonsense\"}]}}", "nonsense: this is no URN of the form")]
    [InlineData("{\"version\":3,\"deployment\":{\"resources\":[{\"urn\":\"urn:pulumi:a::b::t::n\",\"inputs\":{\"x\":{\"4dabf18193072939515e22adb298388d\":\"7\"}}}]}}", "'7' is no kind of special value")]
    [InlineData("{\"schemaVersion\":2,\"resources\":[]}", "schemaVersion is 2, but this version")]
    public void Says_which_file_is_wrong_how_and_what_to_do(string text, string expected)
    {
        var problem = Assert.Throws<FormatException>(() => GraphFileReader.Read(Encoding.UTF8.GetBytes(text), "x.json"));

        Assert.StartsWith("x.json", problem.Message, StringComparison.Ordinal);
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_text_of_Windows_PowerShell_by_its_first_bytes() =>
        Assert.Contains("UTF-16", Assert.Throws<FormatException>(() => GraphFileReader.Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}")).ToArray(), "x")).Message, StringComparison.Ordinal);

    [Fact]
    public void Refuses_a_state_in_which_two_resources_share_a_URN() =>
        Assert.Contains(
            $"two resources have the URN {Bucket}",
            Assert.Throws<FormatException>(() => Read("""{"version":3,"deployment":{"resources":[{"urn":"@bucket"},{"urn":"@bucket"}]}}""")).Message,
            StringComparison.Ordinal);

    private static GraphFile Read(string text) => GraphFileReader.Read(
        Encoding.UTF8.GetBytes(text
            .Replace("@resources", Resources, StringComparison.Ordinal)
            .Replace("@stack", Stack, StringComparison.Ordinal)
            .Replace("@provider", Provider, StringComparison.Ordinal)
            .Replace("@bucket", Bucket, StringComparison.Ordinal)),
        "x.json");
}
