using Platform.Graph;

namespace Platform.Tests.Tools.Engine.Programs;

/// <summary>What belongs to what: providers, components, former names.</summary>
public class StructureTests
{
    [NodeFact]
    public async Task Hands_providers_down_to_what_is_below()
    {
        var graph = await TypeScript.Graph("providers");

        Assert.Equal("eu-west-1", graph.Outputs["region"]!.AsText);
        Assert.Equal(("ireland", "eu-west-1"), At("site-content"));
        Assert.Equal(("ireland", "eu-west-1"), At("versions"));
        Assert.Equal(("virginia", "us-east-1"), At("site-logs"));
        Assert.Equal(("dice", null), At("site-label"));
        Assert.Equal((null, "eu-west-1"), At("plain"));
        Assert.Equal("edge", graph.Named("site-logs").Outputs["tagsAll"]!["team"]!.AsText);
        Assert.Equal(graph.Named("site-content").Urn, graph.Named("versions").Parent);
        Assert.Equal("urn:pulumi:dev::providers::shop:index:Site$aws:s3/bucket:Bucket$aws:s3/bucketVersioning:BucketVersioning::versions", graph.Named("versions").Urn);

        (string? Provider, string? Region) At(string name)
        {
            var resource = graph.Named(name);
            return (resource.Provider?.Split("::")[3], resource.Region);
        }
    }

    [NodeFact]
    public async Task Nests_components_and_keeps_one_of_another_process_closed()
    {
        var graph = await TypeScript.Graph("components");

        var tier = graph.Named("web");
        Assert.False(tier.Custom);
        Assert.Equal(["web-a", "web-b"], graph.Resources.Where(resource => resource.Parent == tier.Urn).Select(resource => resource.Name));
        var label = $"machine {graph.Named("web-a-pet").Id}";
        Assert.Equal(label, graph.Named("web-a").Outputs["label"]!.AsText);
        Assert.Equal(label, graph.Outputs["labels"]![0]!.AsText);
        Assert.Contains(graph.Named(Root).Placeholders, found => found.Path == "labels[1]" && found.Urn == graph.Named("web-b-pet").Urn && found.Match == PlaceholderMatch.Exact);

        var thing = graph.Named("thing");
        Assert.True(thing is { Remote: true, Custom: false });
        Assert.Equal(["web-a-pet", "web-b-pet"], thing.Sources("labels"));
        Assert.Equal(new ReferenceValue(tier.Urn, null), thing.Inputs["tier"]);
        Assert.IsType<UnknownValue>(graph.Outputs["address"]);

        var last = graph.Named("last");
        Assert.Equal(["thing"], last.Sources("keepers"));
        Assert.Equal(["thing", "web-a-pet", "web-b-pet"], last.Dependencies.Select(urn => urn.Split("::")[3]).Order(StringComparer.Ordinal));
    }

    [NodeFact]
    public async Task Writes_former_names_out_also_those_of_the_parent()
    {
        var graph = await TypeScript.Graph("aliases");

        Assert.Equal(
            ["urn:pulumi:dev::aliases::shop:index:Group::earlier", "urn:pulumi:dev::aliases::shop:old:Group::after"],
            graph.Named("after").Settings.Aliases.ToArray());
        Assert.Equal(
            ["urn:pulumi:dev::aliases::shop:index:Group$random:index/randomPet:RandomPet::earlier-pet", "urn:pulumi:dev::aliases::shop:old:Group$random:index/randomPet:RandomPet::after-pet"],
            graph.Named("after-pet").Settings.Aliases.ToArray());
        Assert.Equal(
            [
                "urn:pulumi:dev::aliases::random:index/randomPet:RandomPet::by-hand",
                "urn:pulumi:dev::aliases::random:index/randomPet:RandomPet::cat",
                "urn:pulumi:dev::aliases::random:index/randomPet:RandomPet::pet",
                "urn:pulumi:dev::aliases::shop:index:Group$random:index/randomPet:RandomPet::dog",
                "urn:pulumi:prod::farm::shop:index:Group$random:index/randomPet:RandomPet::pet",
            ],
            graph.Named("pet").Settings.Aliases.ToArray());
    }

    private const string Root = "components-dev";
}
