using System.Collections.Immutable;
using System.Text.Json;

namespace Platform.Graph.Files;

/// <summary>Reads what <c>pulumi preview --save-plan</c> writes: the goal of every resource, relative to its old inputs.</summary>
internal static class UpdatePlan
{
    private static readonly string[] Creating = ["create", "create-replacement", "replace", "import", "import-replacement"];

    public static GraphFile Read(JsonElement root)
    {
        var resources = new List<Resource>();
        var partial = 0;
        foreach (var plan in StateJson.Members(root, "resourcePlans"))
        {
            if (!plan.Value.TryGetProperty("goal", out var goal) || goal.ValueKind != JsonValueKind.Object)
            {
                continue;   // to be deleted
            }

            resources.Add(Resource(plan.Name, goal, plan.Value));
            partial += StateJson.Texts(plan.Value, "steps").Intersect(Creating).Any() ? 0 : 1;
        }

        return new(
            StateGraph.Of(resources, []),
            GraphForm.UpdatePlan,
            partial > 0 ? $"it tells of {partial} existing resources only what changes, not what they are; use a stack export, or `pulumi preview --json --show-sames`" : null);
    }

    private static Resource Resource(string urn, JsonElement goal, JsonElement plan)
    {
        // The goal has the names of a state's members, except for the inputs.
        var resource = StateResource.Read(goal, urn);
        var inputs = ImmutableSortedDictionary.CreateBuilder<string, PropertyValue>(StringComparer.Ordinal);
        if (goal.TryGetProperty("inputDiff", out var difference))
        {
            foreach (var member in StateJson.Members(difference, "adds").Concat(StateJson.Members(difference, "updates")))
            {
                inputs[member.Name] = PropertyJson.Read(member.Value);
            }
        }

        return resource with
        {
            Id = StateJson.Text(goal, "id"),
            Inputs = PropertyValue.Of(inputs),
            Outputs = plan.TryGetProperty("state", out var state) && state.ValueKind == JsonValueKind.Object ? PropertyJson.ReadMap(state) : MapValue.Empty,
        };
    }
}
