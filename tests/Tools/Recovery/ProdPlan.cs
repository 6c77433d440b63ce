using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Platform.Graph;
using Platform.Tests.Tools.Cli;
using Platform.Tests.Tools.Repository;

namespace Platform.Tests.Tools.Recovery;

/// <summary>Plans of the program of this repository, as the command makes them, with the options of every resource.</summary>
internal static class ProdPlan
{
    public const string Home = "eu-west-1";

    public const string Second = "eu-central-1";

    private static readonly ConcurrentDictionary<string, Lazy<Task<ResourceGraph>>> Made = new(StringComparer.Ordinal);

    /// <summary>The plan of production with one region active, after so many databases were made.</summary>
    public static Task<ResourceGraph> Of(string active, int databases, string strategy = "warmStandby") => Made.GetOrAdd(
        $$"""platform:recovery={"strategy":"{{strategy}}","region":"{{Second}}","activeRegion":"{{active}}","databases":{{databases}},"cidr":"10.23.0.0/16","zones":3,"nat":"single"}""",
        setting => new(() => Run("prod", "--config", setting))).Value;

    /// <summary>The plan of an environment.</summary>
    public static async Task<ResourceGraph> Run(string stack, params string[] more)
    {
        var command = Path.Combine(Sources.Root, "tools", "cli", "bin", "Debug", "net10.0", "cli.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [command, "plan", stack, "--format", "json", "--no-build", .. more])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var run = await LauncherSandbox.EndOf(process);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        return PlanJsonReader.Read(Encoding.UTF8.GetBytes(run.Output));
    }
}
