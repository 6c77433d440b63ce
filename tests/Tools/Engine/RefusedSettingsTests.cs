using Platform.Engine;
using Platform.Engine.Analysis;
using Platform.Graph;
using Platform.Tests.Tools.Repository;

namespace Platform.Tests.Tools.Engine;

public class RefusedSettingsTests
{
    private const string Refusal = "Pulumi.dev.yaml, platform:network zones is 9, but must be 2 or 3";

    [Theory]
    [InlineData(Refusal)]
    [InlineData(Refusal + "\n" + Refusal + "\n")]
    public void Every_line_of_a_refusal_names_the_stacks_file(string message) => Assert.True(Explains(message));

    [Theory]
    [InlineData("the bucket has no name")]
    [InlineData(Refusal + "\nand the bucket has no name")]
    [InlineData("Pulumi.prod.yaml, platform:network zones is 9")]
    public void Any_other_error_is_a_failure(string message) => Assert.False(Explains(message));

    [Fact]
    public void A_program_that_said_nothing_refused_nothing() => Assert.False(RefusedSettings.Explain(Graph([], []), "Pulumi.dev.yaml"));

    [Fact]
    public void A_program_that_registered_a_resource_had_accepted_its_settings()
    {
        var bucket = new Resource { Urn = "urn:pulumi:dev::p::aws:s3/bucket:Bucket::b", Type = "aws:s3/bucket:Bucket", Name = "b" };

        Assert.False(RefusedSettings.Explain(Graph([bucket], [new Diagnostic(Severity.Error, Refusal)]), "Pulumi.dev.yaml"));
    }

    [Fact]
    public async Task What_a_component_refuses_is_told_in_its_words_alone()
    {
        var result = await OwnPlan.Run(new PlanRequest
        {
            ProjectDirectory = Sources.Root,
            Stack = "prod",
            Config = new Dictionary<string, string> { ["platform:cache"] = """{"version":"8.1","nodeType":"cache.t4g.small"}""" },
        });

        var said = Assert.Single(result.Graph!.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error).Message;
        Assert.StartsWith("ValkeyCache 'cache': nodeType is 'cache.t4g.small', but ElastiCache replicates", said, StringComparison.Ordinal);
        Assert.DoesNotContain("ResourceException", said, StringComparison.Ordinal);
        Assert.DoesNotContain("\n   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_do_not_count() => Assert.True(RefusedSettings.Explain(
        Graph([], [new Diagnostic(Severity.Warning, "an old key"), new Diagnostic(Severity.Error, Refusal)]), "Pulumi.dev.yaml"));

    private static bool Explains(string message) =>
        RefusedSettings.Explain(Graph([], [new Diagnostic(Severity.Error, message)]), "Pulumi.dev.yaml");

    private static ResourceGraph Graph(IEnumerable<Resource> resources, IEnumerable<Diagnostic> diagnostics) => new(
        "p",
        "dev",
        [new Resource { Urn = "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev", Type = ResourceGraph.StackType, Name = "p-dev" }, .. resources],
        diagnostics: diagnostics);
}
