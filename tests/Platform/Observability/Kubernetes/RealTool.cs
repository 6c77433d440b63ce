using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;

namespace Platform.Tests.Observability.Kubernetes;

/// <summary>A tool of Prometheus, where the machine has it.</summary>
internal static class RealTool
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<ImmutableDictionary<string, object>>>> Given = new();

    /// <summary>Where it is; null: it is not installed.</summary>
    public static string? Find(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, tool))
        .FirstOrDefault(File.Exists);

    /// <summary>Runs it on files in a folder of their own; exit code and everything it said.</summary>
    public static async Task<(int ExitCode, string Said)> Run(string tool, IReadOnlyDictionary<string, string> files, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("observability-");
        try
        {
            foreach (var (name, text) in files)
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), text);
            }

            using var process = Process.Start(new ProcessStartInfo(Find(tool)!, arguments)
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            try
            {
                var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
                await process.WaitForExitAsync(limit.Token);
                return (process.ExitCode, string.Concat(said));
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A value as it would reach the chart, as JSON, which is YAML as well.</summary>
    public static string Json(object? value) => JsonSerializer.Serialize(value);

    /// <summary>The values the chart is given in an environment.</summary>
    public static Task<ImmutableDictionary<string, object>> Values(string environment) => Given.GetOrAdd(environment, name => new(() => Make(name))).Value;

    /// <summary>The rules of prod, as one file of rules.</summary>
    public static async Task<string> Rules() => RulesIn(await Values("prod"));

    /// <summary>The rules of the cluster that takes over.</summary>
    public static async Task<string> RulesOfSecond() =>
        RulesIn((ImmutableDictionary<string, object>)(await Stacks.RealStack.Run("prod")).Named("Release", "second-prometheus")["values"]!);

    private static string RulesIn(ImmutableDictionary<string, object> values) =>
        Json(((ImmutableDictionary<string, object>)values["additionalPrometheusRulesMap"])["platform"]);

    private static async Task<ImmutableDictionary<string, object>> Make(string environment) =>
        (ImmutableDictionary<string, object>)(await Stacks.RealStack.Run(environment)).Named("Release", "prometheus")["values"]!;
}

/// <summary>A test that needs a tool of Prometheus; skipped, with the package that has it, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealToolFactAttribute : FactAttribute
{
    /// <param name="tool">Name of the tool.</param>
    /// <param name="package">Debian package that has it.</param>
    public RealToolFactAttribute(string tool, string package)
    {
        if (RealTool.Find(tool) is null)
        {
            Skip = $"{tool} is not installed; apt-get install {package} has it.";
        }
    }
}
