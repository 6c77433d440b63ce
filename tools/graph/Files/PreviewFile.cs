using System.Text.Json;

namespace Platform.Graph.Files;

/// <summary>Reads what <c>pulumi preview --json</c> writes: the resources as they would be after the update.</summary>
internal static class PreviewFile
{
    // Steps whose new state does not stay.
    private static readonly string[] Leaving = ["delete", "delete-replaced", "discard", "discard-replaced", "remove-pending-replace"];

    public static GraphFile Read(JsonElement root)
    {
        var resources = new Dictionary<string, Resource>(StringComparer.Ordinal);
        var unchanged = 0;
        foreach (var step in StateJson.Items(root, "steps"))
        {
            var operation = StateJson.Text(step, "op") ?? throw new FormatException("a step has no 'op'; write the preview again.");
            unchanged += operation == "same" ? 1 : 0;
            if (!Leaving.Contains(operation) && step.TryGetProperty("newState", out var state) && state.ValueKind == JsonValueKind.Object)
            {
                var resource = StateResource.Read(state);
                resources[resource.Urn] = resource;
            }
        }

        var diagnostics = StateJson.Items(root, "diagnostics").Select(item => new Diagnostic(
            StateJson.Text(item, "severity") switch { "error" => Severity.Error, "warning" => Severity.Warning, _ => Severity.Info },
            StateJson.Text(item, "message") ?? "",
            StateJson.Text(item, "urn")));
        var summary = StateJson.Members(root, "changeSummary").FirstOrDefault(entry => entry.Name == "same");
        var expected = summary.Value.ValueKind == JsonValueKind.Number ? summary.Value.GetInt32() : 0;

        // Root resources are always shown, so one `same` alone says nothing.
        var missing = Math.Max(0, expected - unchanged);
        return new(
            StateGraph.Of(resources.Values, diagnostics),
            GraphForm.Preview,
            missing > 0 ? $"it leaves out {missing} unchanged resources; write it with `pulumi preview --json --show-sames`" : null);
    }
}
