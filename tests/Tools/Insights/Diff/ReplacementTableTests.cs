using System.Collections.Immutable;
using System.Text.Json;
using Platform.Engine.Metadata;
using Platform.Insights.Diff;
using Platform.Insights.Diff.Facts;
using Platform.Tests.Tools.Repository;

namespace Platform.Tests.Tools.Insights;

/// <summary>The table is complete and speaks of what there is.</summary>
public class ReplacementTableTests
{
    private static readonly ImmutableArray<string> Types = [.. new[] { "aws", "kubernetes", "random" }.SelectMany(TypesOf)];

    [Fact]
    public void Has_one_row_for_every_type_of_the_sdk_and_none_for_another() =>
        Assert.Equal(Types.Order(StringComparer.Ordinal), FactTable.Rows("replacements/").Select(row => row[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void Names_only_properties_that_the_type_has() => Assert.Empty(
        from row in ReplacementTable.Rows
        from path in row.Always.Where(path => path != ReplacementRow.All).Concat(row.Sometimes.Select(some => some.Path))
        where !Exists(row.Type, path)
        select $"{row.Type} {path}");

    [Theory]
    [InlineData("aws:rds/instance:Instance", "identifier", true)]
    [InlineData("aws:rds/instance:Instance", "identifer", false)]
    [InlineData("aws:ec2/instance:Instance", "rootBlockDevice.encrypted", true)]
    [InlineData("aws:ec2/instance:Instance", "rootBlockDevice.encripted", false)]
    [InlineData("aws:ec2/instance:Instance", "ebsBlockDevices[*].encrypted", true)]
    [InlineData("aws:ec2/instance:Instance", "ebsBlockDevices.encrypted", false)]
    [InlineData("aws:ec2/instance:Instances", "ami", false)]
    public void Would_find_a_wrong_path(string type, string path, bool exists) => Assert.Equal(exists, Exists(type, path));

    [Fact]
    public void Has_a_source_in_every_row() => Assert.All(
        ReplacementTable.Rows.Select(row => row.Source).Concat(FactTable.Rows("blast.txt").Select(row => row[4])).Concat(FactTable.Rows("names.txt").Select(row => row[2])),
        source => Assert.Matches("^https://[a-z.]+/", source));

    [Fact]
    public void Names_what_was_read_of_every_effect_that_is_not_from_memory() => Assert.All(
        FactTable.Rows("blast.txt").Where(row => row.Length != 5).SelectMany(row => Assert.Single(row[5..]).Split(", ")),
        read => Assert.Matches(
            "^([a-z0-9-]+/[A-Za-z0-9_./-]+@[0-9a-f]{12}|page@[0-9a-f]{12}|[a-z0-9-]+:[A-Z][A-Za-z0-9]+|@pulumi/[a-z]+ [0-9.]+ [A-Za-z0-9.]+( [A-Za-z]+)?)$", read));

    [Fact]
    public void Tells_readers_how_many_effects_are_from_memory()
    {
        var rows = FactTable.Rows("blast.txt").ToList();
        Assert.Contains(
            $"Of the {rows.Count} rows of `blast.txt` {rows.Count(row => row.Length == 5)} are from memory",
            File.ReadAllText(Path.Combine(Sources.Root, "docs", "diff.md")).ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Has_an_effect_of_ending_for_every_type() =>
        Assert.Empty(Types.Except(FactTable.Rows("blast.txt").Where(row => row[1] == "end").Select(row => row[0])));

    [Fact]
    public void Tells_effects_and_names_only_of_properties_that_the_type_has() => Assert.Empty(
        FactTable.Rows("blast.txt").Concat(FactTable.Rows("names.txt"))
            .Where(row => row[1] is not ("end" or "always" or "never") && !Exists(row[0], row[1]))
            .Select(row => $"{row[0]} {row[1]}"));

    [Fact]
    public void Replaces_nothing_for_a_tag_but_the_one_type_whose_tags_cannot_be_changed() => Assert.All(
        Types.Where(type => Exists(type, "tags") && type != "aws:fis/experimentTemplate:ExperimentTemplate"),
        type => Assert.Equal(Replacement.Never, ReplacementTable.Of(type, new("tags.team", null, null)).Replacement));

    private static bool Exists(string type, string path) =>
        TypeCatalog.Embedded.Resource(type) is { } facts && PathPattern.Parts(path) is [var first, .. var rest]
        && facts.Inputs.TryGetValue(first, out var shape) && Exists(shape, rest);

    private static bool Exists(TypeShape shape, ReadOnlySpan<string> path) =>
        path.IsEmpty || shape.Kind switch
        {
            ShapeKind.List or ShapeKind.Map => path[0] == "*" && Exists(shape.Item, path[1..]),
            ShapeKind.Object when path[0] == "*" => path.Length == 1,
            ShapeKind.Object => TypeCatalog.Embedded.Object(shape.Name!) is { } members
                && members.Inputs.TryGetValue(path[0], out var member) && Exists(member, path[1..]),
            _ => false,
        };

    private static IEnumerable<string> TypesOf(string package)
    {
        using var reader = new StreamReader(typeof(TypeCatalog).Assembly.GetManifestResourceStream($"Metadata/{package}.jsonl")!);
        while (reader.ReadLine() is { } line)
        {
            using var entry = JsonDocument.Parse(line);
            if (entry.RootElement.TryGetProperty("type", out var type) && !type.GetString()!.StartsWith("pulumi:", StringComparison.Ordinal))
            {
                yield return type.GetString()!;
            }
        }
    }
}
