using System.Globalization;
using System.Text.Json;

namespace Platform.Graph.Files;

/// <summary>Reads what <c>pulumi stack export</c> writes, versions 1 to 4, and the state files of self-managed backends.</summary>
internal static class StackExport
{
    private const int NewestVersion = 4;

    // What version 4 may use; an unknown feature may change the meaning of anything.
    private static readonly string[] KnownFeatures =
        ["refreshBeforeUpdate", "views", "hooks", "taint", "replaceWith", "snippets-prototype", "extensionParameterization", "byteString"];

    public static ResourceGraph Read(JsonElement root)
    {
        CheckVersion(root);
        var deployment = root.TryGetProperty("deployment", out var direct) ? direct
            : root.GetProperty("checkpoint").TryGetProperty("latest", out var latest) ? latest
            : default;
        var diagnostics = new List<Diagnostic>();
        var resources = new List<Resource>();
        foreach (var item in StateJson.Items(deployment, "resources"))
        {
            if (Kept(item, diagnostics))
            {
                resources.Add(StateResource.Read(item));
            }
        }

        foreach (var operation in StateJson.Items(deployment, "pending_operations"))
        {
            diagnostics.Add(new(
                Severity.Warning,
                $"an earlier deployment stopped while {StateJson.Text(operation, "type")} this resource; `pulumi refresh` finds out how that ended",
                StateJson.Text(operation.GetProperty("resource"), "urn")));
        }

        return StateGraph.Of(resources, diagnostics);
    }

    private static void CheckVersion(JsonElement root)
    {
        var version = root.TryGetProperty("version", out var member) && member.ValueKind == JsonValueKind.Number ? member.GetInt32()
            : throw new FormatException("it looks like a stack export, but has no number 'version'; export the stack again.");
        if (version is < 1 or > NewestVersion)
        {
            throw new FormatException(string.Create(
                CultureInfo.InvariantCulture,
                $"its version is {version}, but this tool reads 1 to {NewestVersion}; export it with `pulumi stack export --version 3`, or update this tool."));
        }

        var unknown = StateJson.Texts(root, "features").Except(KnownFeatures, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw new FormatException($"it uses {string.Join(", ", unknown)}, which this tool does not know; update this tool.");
        }
    }

    // Copies that only wait for their deletion share the URN of the living resource.
    private static bool Kept(JsonElement item, List<Diagnostic> diagnostics)
    {
        var urn = StateJson.Text(item, "urn");
        if (StateJson.Text(item, "viewOf") is not null)
        {
            return false;   // what a provider shows of the inside of another resource; no program registers it
        }

        if (StateJson.Flag(item, "delete"))
        {
            diagnostics.Add(new(Severity.Warning, "an earlier, replaced copy still waits for its deletion", urn));
            return false;
        }

        if (StateJson.Flag(item, "pendingReplacement"))
        {
            diagnostics.Add(new(Severity.Warning, "it was deleted for a replacement that was not created; the next update creates it", urn));
            return false;
        }

        if (StateJson.Flag(item, "taint"))
        {
            diagnostics.Add(new(Severity.Warning, "it is marked for replacement; the next update replaces it", urn));
        }

        if (StateJson.Texts(item, "initErrors").Length > 0)
        {
            diagnostics.Add(new(Severity.Warning, "it was created but did not become ready; the next update tries again", urn));
        }

        return true;
    }
}
