using Platform.Cli.Render.Plans;
using Platform.Graph;

namespace Platform.Tests.Tools.Cli;

public class ValueSourceTests
{
    private const string Role = "urn:pulumi:dev::p::aws:iam/role:Role::app";
    private const string Arn = "arn:aws:iam::111122223333:role/app-0ff1";

    [Fact]
    public void Shows_only_the_source_of_a_value_that_is_nothing_else() =>
        Assert.Equal("← app.arn", Describe(Arn, Exact("arn")));

    [Fact]
    public void Names_one_output_once_although_it_stands_under_two_names() =>
        Assert.Equal("← app.arn", Describe(Arn, Exact("sameArn"), Exact("arn")));

    [Fact]
    public void Shows_the_text_around_a_source() =>
        Assert.Equal($"{Arn}/*  ← app.arn", Describe($"{Arn}/*", Exact("arn")));

    [Fact]
    public void Does_not_take_a_word_inside_a_text_for_its_source() =>
        Assert.Equal("HTTPCode_5XX", Describe("HTTPCode_5XX", new Placeholder("x", Role, "protocol", PlaceholderMatch.Value)));

    [Fact]
    public void Believes_a_known_text_that_is_the_whole_value() =>
        Assert.Equal("← app.protocol", Describe("HTTP", new Placeholder("x", Role, "protocol", PlaceholderMatch.Value)));

    [Fact]
    public void Says_where_it_is_not_sure() =>
        Assert.Equal("5  ← app (approximately)", Describe(PropertyValue.Of(5), new Placeholder("x", Role, null, PlaceholderMatch.Approximate)));

    [Fact]
    public void Never_shows_a_secret_but_tells_where_it_comes_from() =>
        Assert.Equal("[secret] ← app.arn", Describe(PropertyValue.Secret, Exact("arn")));

    [Fact]
    public void Tells_where_an_unknown_comes_from() =>
        Assert.Equal("(known once deployed) ← app.arn", Describe(PropertyValue.Unknown, Exact("arn")));

    private static Placeholder Exact(string property) => new("x", Role, property, PlaceholderMatch.Exact);

    private static string Describe(string text, params Placeholder[] placeholders) => Describe(PropertyValue.Of(text), placeholders);

    private static string Describe(PropertyValue value, params Placeholder[] placeholders)
    {
        var role = new Resource
        {
            Urn = Role,
            Type = "aws:iam/role:Role",
            Name = "app",
            Custom = true,
            Outputs = PropertyValue.Of(
            [
                KeyValuePair.Create("arn", PropertyValue.Of(Arn)),
                KeyValuePair.Create("protocol", PropertyValue.Of("HTTP")),
                KeyValuePair.Create("sameArn", PropertyValue.Of(Arn)),
            ]),
        };
        var task = new Resource { Urn = $"{Role}-task", Type = "aws:ecs:Task", Name = "task", Placeholders = [.. placeholders] };
        return string.Concat(new ValueSources(new ResourceGraph("p", "dev", [role, task])).Describe(task, "x", value).Select(span => span.Text));
    }
}
