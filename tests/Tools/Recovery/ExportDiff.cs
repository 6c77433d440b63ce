using System.Text.Json.Nodes;
using Platform.Cli;
using Platform.Graph;
using Platform.Tests.Tools.Cli;

namespace Platform.Tests.Tools.Recovery;

/// <summary>What the command says of a deployment of production over the state in an export file.</summary>
internal sealed record ExportDiff(ExitCode ExitCode, JsonObject Answer)
{
    // Who is told and shown what follows from the roles; the boards in the cluster are files.
    private static readonly string[] Watch = ["aws:cloudwatch/", "kubernetes:core/v1:ConfigMap"];

    public bool EndsStatefulResource => Answer["summary"]!["endsStatefulResource"]!.GetValue<bool>();

    /// <summary>Every change.</summary>
    public IEnumerable<string> All => Changes.Select(change => change.ToJsonString());

    /// <summary>Changes of what holds data.</summary>
    public IEnumerable<string> OfData => Changes.Where(HoldsData).Select(Line);

    /// <summary>What neither holds data nor watches and is changed or replaced, as <c>kind Type name</c>.</summary>
    public IEnumerable<string> Changed => Others("update", "replace").Select(change => $"{Text(change, "kind")} {Text(change, "type").Split(':')[^1]} {Text(change, "name")}").Order(StringComparer.Ordinal);

    /// <summary>Names of what neither holds data nor watches and is made or goes.</summary>
    public (IReadOnlyList<string> Made, IReadOnlyList<string> Gone) Names =>
        ([.. Others("create").Select(change => Text(change, "name"))], [.. Others("delete").Select(change => Text(change, "name"))]);

    private IEnumerable<JsonObject> Changes => Answer["changes"]!.AsArray().Select(change => change!.AsObject()).OrderBy(change => Text(change, "name"), StringComparer.Ordinal);

    /// <summary>Writes the export to a file and asks the command.</summary>
    public static async Task<ExportDiff> Of(JsonObject export, string active, int databases)
    {
        var plan = AsPlanned(await ProdPlan.Of(active, databases));
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, export.ToJsonString());
            var run = await CliRun.Of(plan, "diff", "prod", "--against", file, "--format", "json", "--fail-on", "replace-stateful");
            return new(run.ExitCode, JsonNode.Parse(run.Data.Length > 0 ? run.Data : throw new InvalidOperationException(run.Messages))!.AsObject());
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>What the reviewer should know of a database's change besides.</summary>
    public IEnumerable<string> NotesOf(string database) => Changes.Single(change => Text(change, "name") == database && HoldsData(change))["notes"]!.AsArray().Select(note => note!.GetValue<string>());

    // The file of a plan does not tell a secret from a text that is kept back because a word in it is secret elsewhere; a plan does.
    private static ResourceGraph AsPlanned(ResourceGraph plan) => new(plan.Project, plan.Stack, plan.Resources.Select(resource =>
        resource.Type == "aws:elasticache/user:User"
            ? resource with { Inputs = new MapValue(resource.Inputs.Members.Remove("accessString").Add("accessString", PropertyValue.Withheld)) }
            : resource));

    private IEnumerable<JsonObject> Others(params string[] kinds) =>
        Changes.Where(change => kinds.Contains(Text(change, "kind")) && !HoldsData(change) && !Watch.Any(Text(change, "type").StartsWith));

    private static bool HoldsData(JsonObject change) => StatefulTypes.All.Contains(Text(change, "type"));

    private static string Line(JsonObject change)
    {
        var paths = change["properties"]?.AsArray().Select(property => property!["path"]!.GetValue<string>()).Distinct(StringComparer.Ordinal).ToList() ?? [];
        return $"{Text(change, "kind")} {Text(change, "name")}" + (paths.Count > 0 ? $": {string.Join(", ", paths)}" : "");
    }

    private static string Text(JsonObject change, string member) => change[member]!.GetValue<string>();
}
