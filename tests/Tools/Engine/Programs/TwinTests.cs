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
        ("migrated", "stateMigrations", "the official .NET SDK has no such option; the Node.js SDK calls it experimental"),
        ("slow", "customTimeouts", "the timeouts of the official .NET SDK have no read"),
        ("tied", "dependencies", "the Node.js SDK also waits for the resources that replaceWith names"),
    ];

    [NodeFact]
    public async Task Differs_only_where_the_SDKs_do()
    {
        var typescript = Members(await TypeScript.Shared("options"));
        var csharp = Members(await TypeScript.Shared("options/csharp"));

        Assert.Equal(typescript.Keys.Order(StringComparer.Ordinal), csharp.Keys.Order(StringComparer.Ordinal));
        var different = typescript.Keys
            .SelectMany(urn => Union(typescript[urn], csharp[urn])
                .Where(member => !JsonNode.DeepEquals(typescript[urn][member], csharp[urn][member]))
                .Select(member => (Name: urn.Split("::")[^1], Member: member)))
            .Order();
        Assert.Equal(Allowed.Select(difference => (difference.Name, difference.Member)).Order(), different);
    }

    [NodeFact]
    public async Task Say_the_same_while_they_run_and_give_the_same_outputs()
    {
        var typescript = await TypeScript.Shared("options");
        var csharp = await TypeScript.Shared("options/csharp");

        Assert.Equal(typescript.Outputs, csharp.Outputs);
        Assert.Equal(typescript.Diagnostics.Select(said => (said.Severity, said.Urn)), csharp.Diagnostics.Select(said => (said.Severity, said.Urn)));
        Assert.Equal(typescript.Assumptions.ToArray(), csharp.Assumptions.ToArray());
    }

    private static Dictionary<string, JsonObject> Members(ResourceGraph graph) =>
        JsonNode.Parse(PlanJson.Write(graph).Span)!["resources"]!.AsArray().ToDictionary(resource => (string)resource!["urn"]!, resource => resource!.AsObject());

    private static IEnumerable<string> Union(JsonObject left, JsonObject right) =>
        left.Select(member => member.Key).Union(right.Select(member => member.Key));
}
