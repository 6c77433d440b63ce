using System.Collections.Concurrent;
using Platform.Engine;
using Platform.Engine.Launching;
using Platform.Engine.Launching.Node;
using Platform.Graph;

namespace Platform.Tests.Tools.Engine.Programs;

/// <summary>A test that runs a program on the official npm SDK.</summary>
internal sealed class NodeFactAttribute : FactAttribute
{
    /// <param name="package">A package of tests/Programs that the program needs besides the SDK.</param>
    public NodeFactAttribute(string package = "@pulumi/pulumi") => Skip = TypeScript.Missing
        ?? (Directory.Exists(Path.Combine(TypeScript.Folder, "node_modules", package)) ? null : $"needs {package}: npm ci --ignore-scripts --prefix tests/Programs");
}

/// <summary>Like <see cref="NodeFactAttribute"/>, with data.</summary>
internal sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => Skip = TypeScript.Missing;
}

/// <summary>The TypeScript programs in tests/Programs.</summary>
internal static class TypeScript
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<ResourceGraph>>> Graphs = new(StringComparer.Ordinal);

    /// <summary>The folder of the programs and of the packages they share.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Sources.Root, "tests", "Programs");

    /// <summary>What keeps them from running on this machine; <c>null</c> if nothing does.</summary>
    public static string? Missing { get; } =
        Executable.Find("node") is null ? "needs Node.js on the PATH"
        : Packages.Runner(Folder) is null ? "needs the official npm SDK: npm ci --ignore-scripts --prefix tests/Programs (as .ci/run does)"
        : null;

    /// <summary>Plans one of them.</summary>
    public static Task<PlanResult> Plan(string program, Func<PlanRequest, PlanRequest>? change = null)
    {
        var request = Request(program);
        return OfflineEngine.PlanAsync(change?.Invoke(request) ?? request);
    }

    /// <summary>What is asked of the engine to plan one of them.</summary>
    public static PlanRequest Request(string program) => new()
    {
        ProjectDirectory = Path.Combine(Folder, program),
        Stack = "dev",
        Config = new Dictionary<string, string> { ["aws:region"] = "eu-west-1", ["aws:allowedAccountIds"] = "[\"123456789012\"]" },
    };

    /// <summary>The graph of a program that must run well.</summary>
    public static async Task<ResourceGraph> Graph(string program, Func<PlanRequest, PlanRequest>? change = null)
    {
        var result = await Plan(program, change);
        Assert.True(result.Outcome == PlanOutcome.Succeeded, $"{result.Problem}\n{string.Join('\n', result.ProgramOutput)}");
        return result.Graph!;
    }

    /// <summary>The graph of a program that several tests look at; run once.</summary>
    public static Task<ResourceGraph> Shared(string program) => Graphs.GetOrAdd(program, name => new(() => Graph(name))).Value;

    /// <summary>The one resource of a name.</summary>
    public static Resource Named(this ResourceGraph graph, string name) => Assert.Single(graph.Resources, resource => resource.Name == name);

    /// <summary>The names of what a property waits for.</summary>
    public static IEnumerable<string> Sources(this Resource resource, string property) =>
        resource.PropertyDependencies[property].Select(urn => urn[(urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..]);
}
