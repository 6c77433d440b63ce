using Platform.Cli.Render;
using Platform.Cli.Render.Plans;
using Platform.Graph;

namespace Platform.Tests.Tools.Cli;

public class PlanTextTests
{
    [Theory]
    [InlineData(40, false), InlineData(80, false), InlineData(160, false), InlineData(null, false)]
    [InlineData(40, true), InlineData(80, true), InlineData(null, true)]
    public void Reads_well_at_every_width(int? width, bool verbose) =>
        Golden.Matches($"plan{(verbose ? "-verbose" : "")}-{width?.ToString() ?? "pipe"}.txt", Render(SamplePlan.Graph, verbose, width));

    [Theory]
    [InlineData(40), InlineData(80), InlineData(160)]
    public void Fits_the_width_it_is_given(int width) =>
        Assert.All(Render(SamplePlan.Graph, verbose: true, width).Split('\n'), line => Assert.InRange(line.Length, 0, width));

    [Fact]
    public void Says_the_same_with_colour_as_without()
    {
        var coloured = PlanText.Of(SamplePlan.Graph, verbose: true, new TextLayout(80, Colour: true));

        Assert.Contains("\u001b[", coloured, StringComparison.Ordinal);
        Assert.Equal(
            Render(SamplePlan.Graph, verbose: true, 80),
            System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9;]*m", ""));
    }

    [Theory]
    [InlineData("[red]x[/]", "[red]x[/]")]
    [InlineData("[[x", "[[x")]
    [InlineData("a\u001b[2Jb", "a\\u001b[2Jb")]
    [InlineData("a\rb", "a\\rb")]
    [InlineData("safe\u202Eexe", "safe\\u202eexe")]
    [InlineData("{0}", "{0}")]
    public void Shows_data_as_it_is_and_never_obeys_it(string data, string shown)
    {
        var resource = new Resource
        {
            Urn = $"urn:pulumi:dev::p::aws:s3/bucket:Bucket::{data}",
            Type = $"aws:s3/bucket:Bucket{data}",
            Name = data,
            Custom = true,
            Inputs = PropertyValue.Of([KeyValuePair.Create($"k{data}", PropertyValue.Of($"v{data}"))]),
        };
        var graph = new ResourceGraph(
            "p", "dev", [resource], resource.Inputs, [new Diagnostic(Severity.Warning, data, data)], [new Assumption(data, "computed", data)]);

        var text = PlanText.Of(graph, verbose: true, new TextLayout(null, Colour: true));

        Assert.Equal(2, text.Split($"v{shown}").Length - 1);
        Assert.DoesNotContain(data == shown ? "\u0007" : data, text, StringComparison.Ordinal);
        Assert.DoesNotMatch("\u001b(?!\\[[0-9;]*m)", text);
    }

    [Theory]
    [InlineData("aws:ec2/vpc:Vpc", "aws:ec2:Vpc")]
    [InlineData("aws:ec2/vpcEndpoint:VpcEndpoint", "aws:ec2:VpcEndpoint")]
    [InlineData("kubernetes:apps/v1:Deployment", "kubernetes:apps/v1:Deployment")]
    [InlineData("kubernetes:helm.sh/v4:Chart", "kubernetes:helm.sh/v4:Chart")]
    [InlineData("random:index/randomPassword:RandomPassword", "random:RandomPassword")]
    [InlineData("platform:index:PrivateNetwork", "platform:PrivateNetwork")]
    [InlineData("pulumi:providers:aws", "aws provider")]
    [InlineData("odd", "odd")]
    public void Shortens_types_without_losing_what_tells_them_apart(string token, string expected) =>
        Assert.Equal(expected, TypeName.Short(token));

    [Theory]
    [InlineData("aws:ec2/vpc:Vpc", "aws", "ec2")]
    [InlineData("kubernetes:apps/v1:Deployment", "kubernetes", "apps")]
    [InlineData("random:index/randomPassword:RandomPassword", "random", "")]
    public void Knows_the_service_of_a_type(string token, string package, string service) =>
        Assert.Equal((package, service), TypeName.Service(token));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "\"\"")]
    [InlineData("true", "\"true\"")]
    [InlineData("17", "\"17\"")]
    [InlineData(" x", "\" x\"")]
    [InlineData("[secret]", "\"[secret]\"")]
    [InlineData("← network.id", "\"← network.id\"")]
    [InlineData("(known once deployed)", "\"(known once deployed)\"")]
    public void Quotes_text_that_could_be_taken_for_something_else(string text, string expected) =>
        Assert.Equal(expected, ValueText.Of(PropertyValue.Of(text)).Text);

    private static string Render(ResourceGraph graph, bool verbose, int? width) =>
        PlanText.Of(graph, verbose, new TextLayout(width, Colour: false));
}
