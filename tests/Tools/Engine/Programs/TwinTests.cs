using System.Text.Json.Nodes;
using Platform.Graph;

namespace Platform.Tests.Tools.Engine.Programs;

/// <summary>The same stack in TypeScript on the official SDK and in C# on this repository's: one graph.</summary>
public class TwinTests
{
    /// <summary>Every difference there may be, and why; docs/programs.md explains them to users.</summary>
    private static readonly (string Name, string Member, string Reason)[] Allowed =
    [
        ("changed", "deleteBeforeReplace", "the Node.js SDK sends false with the options a transform gives back, where .NET leaves the choice to the provider"),
        ("tied", "dependencies", "the Node.js SDK also waits for the resources that replaceWith names"),
    ];

    [NodeFact]
    public async Task Differs_only_where_the_SDKs_do()
    {
        var typescript = Members(await TypeScript.Graph("options"));
        var csharp = Members(await TypeScript.Graph(Path.Combine("options", "csharp")));

        Assert.Equal(typescript.Keys.Order(StringComparer.Ordinal), csharp.Keys.Order(StringComparer.Ordinal));
        var different = typescript.Keys
            .SelectMany(urn => Union(typescript[urn], csharp[urn])
                .Where(member => !JsonNode.DeepEquals(typescript[urn][member], csharp[urn][member]))
                .Select(member => (Name: urn.Split("::")[^1], Member: member)))
            .Order();
        Assert.Equal(Allowed.Select(difference => (difference.Name, difference.Member)).Order(), different);
    }

    [NodeFact]
    public async Task Uses_every_option()
    {
        var graph = await TypeScript.Graph("options");

        var full = graph.Named("full");
        Assert.Equal(new TextValue("small"), full.Inputs["keepers"]!["size"]);
        Assert.True(full.Settings is { Protect: true, RetainOnDelete: true, DeleteBeforeReplace: true, Version: "4.20.0", PluginDownloadUrl: "https://example.com/plugins" });
        Assert.Equal(["length", "keepers.size"], full.Settings.IgnoreChanges.ToArray());
        Assert.Equal(["prefix", "keepers", "separator"], full.Settings.ReplaceOnChanges.Concat(full.Settings.HideDiffs).Concat(full.Settings.AdditionalSecretOutputs));
        Assert.Equal([("create", "300s"), ("delete", "3600s"), ("update", "600s")], full.Settings.CustomTimeouts.Select(timeout => (timeout.Key, timeout.Value)));
        Assert.Equal(7, full.Settings.ReplacementTrigger!["release"]!.AsNumber);
        Assert.IsType<SecretValue>(full.Settings.ReplacementTrigger["key"]);
        Assert.Equal("dice", full.Provider!.Split("::")[3]);
        Assert.Equal(5, full.Settings.Aliases.Length);
        Assert.Equal("happy-cat", graph.Named("adopted").Settings.ImportId);
        Assert.Equal((full.Urn, graph.Named("ordered").Urn), (graph.Named("tied").Settings.DeletedWith, Assert.Single(graph.Named("tied").Settings.ReplaceWith)));
        Assert.Equal(("_", "dice"), (graph.Named("group-pet").Inputs["separator"]!.AsText, graph.Named("group-pet").Provider!.Split("::")[3]));
        Assert.True(graph.Named("group-pet").Settings.Protect);
        Assert.True(graph.Named("changed").Settings.RetainOnDelete && graph.Named("changed").Inputs["length"]!.AsNumber == 4);
        Assert.Equal(["afterUpdate", "beforeCreate"], graph.Named("hooked").Settings.Hooks.Keys);
        Assert.Equal($"about to make {graph.Named("hooked").Urn}", Assert.Single(graph.Diagnostics).Message);
        Assert.True(graph.Named("read") is { External: true, Id: "sad-dog" });
        Assert.Equal(graph.Named("ordered").Id, graph.Outputs["sameId"]!.AsText);
        Assert.IsType<SecretValue>(graph.Outputs["secret"]);
    }

    private static Dictionary<string, JsonObject> Members(ResourceGraph graph) =>
        JsonNode.Parse(PlanJson.Write(graph).Span)!["resources"]!.AsArray().ToDictionary(resource => (string)resource!["urn"]!, resource => resource!.AsObject());

    private static IEnumerable<string> Union(JsonObject left, JsonObject right) =>
        left.Select(member => member.Key).Union(right.Select(member => member.Key));
}
