using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using Platform.Infra;
using Platform.Stacks;
using Platform.Tests.Infra;

namespace Platform.Tests.Stacks;

/// <summary>The changes that the README shows to a newcomer: short, and right when they are made as they stand there.</summary>
public class NewcomerTests
{
    private const int MostLines = 15;

    private static readonly string[] Usings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks", "Pulumi"];

    [Fact]
    public void The_README_shows_two_changes_of_a_few_lines()
    {
        Assert.Equal(2, Diffs().Count);
        Assert.All(Diffs(), diff => Assert.InRange(diff.Length, 2, MostLines));
    }

    [Fact]
    public async Task A_second_database_is_a_few_lines()
    {
        var (before, after) = (await RealStack.Run("dev"), await Changed(Diffs()[0]));

        Assert.Equal(
            ["database", "reports"], after.Of("Instance").Where(r => r.Type == "aws:rds/instance:Instance").Select(r => r.Name));
        Assert.Contains("REPORTS_HOST", (string)after.Only("TaskDefinition")["containerDefinitions"]!, StringComparison.Ordinal);
        Assert.Contains("arn:secret/reports", (string)after.Named("RolePolicy", "app-run")["policy"]!, StringComparison.Ordinal);
        Assert.Superset(Names(before), Names(after));
    }

    [Fact]
    public async Task A_queue_with_a_worker_is_a_few_lines()
    {
        var (before, after) = (await RealStack.Run("dev"), await Changed(Diffs()[1]));

        Assert.Equal(["orders", "orders-failed"], after.Of("Queue").Select(r => r.Name));
        Assert.Contains("sqs:SendMessage", (string)after.Named("RolePolicy", "app-run")["policy"]!, StringComparison.Ordinal);
        Assert.Contains("sqs:DeleteMessage", (string)after.Named("RolePolicy", "orders-worker-run")["policy"]!, StringComparison.Ordinal);
        Assert.Equal(["app", "orders-worker"], after.Of("Service").Select(r => r.Name));
        Assert.Single(after.Of("Cluster"));
        Assert.Superset(Names(before), Names(after));
    }

    private static HashSet<string> Names(Sandbox plan) => [.. plan.Registered.Select(r => $"{r.Type} {r.Name}")];

    private static List<string[]> Diffs()
    {
        var diffs = new List<string[]>();
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "README.md"));
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] == "```diff")
            {
                diffs.Add([.. lines.Skip(i + 1).TakeWhile(line => line != "```")]);
            }
        }

        return diffs;
    }

    /// <summary>A line of a hunk without its sign is a line of the file; every hunk must fit one place.</summary>
    private static string Apply(string[] diff, string text)
    {
        foreach (var hunk in string.Join('\n', diff).Split("\n@@\n").Select(hunk => hunk.Split('\n')))
        {
            var (old, changed) = (Side(hunk, '+'), Side(hunk, '-'));
            Assert.True(text.Split(old).Length == 2, $"stacks/DevStack.cs does not have exactly once:\n{old}");
            text = text.Replace(old, changed, StringComparison.Ordinal);
        }

        return text;
    }

    private static string Side(string[] hunk, char without) =>
        string.Concat(hunk.Where(line => line[0] != without).Select(line => line[1..] + "\n"));

    private static async Task<Sandbox> Changed(string[] diff)
    {
        var folder = Directory.CreateTempSubdirectory("newcomer-").FullName;
        try
        {
            var source = Path.Combine(folder, "DevStack.cs");
            await File.WriteAllTextAsync(source, Apply(diff, await File.ReadAllTextAsync(Path.Combine(Repository.Root, "stacks", "DevStack.cs"))));
            var stacks = await Compile(source, folder);
            return await Plan(stacks);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The stacks' project with one file exchanged, by the compiler of the SDK that runs the tests.</summary>
    private static async Task<string> Compile(string devStack, string folder)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var compiler = Directory.GetFiles(Path.Combine(runtime, "..", "..", "..", "sdk"), "csc.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();
        var sources = Directory.GetFiles(Path.Combine(Repository.Root, "stacks"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => Path.GetFileName(file) != "DevStack.cs");
        var usings = Path.Combine(folder, "Usings.cs");
        await File.WriteAllTextAsync(usings, string.Concat(Usings.Select(name => $"global using global::{name};\n")));
        var output = Path.Combine(folder, "Platform.Stacks.dll");
        var references = Directory.GetFiles(runtime, "System*.dll").Append(Path.Combine(runtime, "netstandard.dll"))
            .Concat(Directory.GetFiles(AppContext.BaseDirectory, "Platform.*.dll").Where(file => Path.GetFileName(file) is not "Platform.Stacks.dll" and not "Platform.Tests.dll"));

        var arguments = Path.Combine(folder, "csc.rsp");
        await File.WriteAllLinesAsync(arguments,
        [
            "/nologo", "/noconfig", "/nostdlib", "/target:library", "/langversion:14", "/nullable:enable", "/nowarn:CS8618,CS1701,CS1702", $"/out:\"{output}\"",
            .. references.Select(file => $"/reference:\"{file}\""), $"\"{usings}\"", $"\"{devStack}\"", .. sources.Select(file => $"\"{file}\""),
        ]);
        using var process = Process.Start(new ProcessStartInfo("dotnet", [compiler, $"@{arguments}"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, said);
        return output;
    }

    /// <summary>The program with the changed stacks in the place of the ones it was built with.</summary>
    private static async Task<Sandbox> Plan(string stacks)
    {
        var context = new Exchanged(stacks);
        try
        {
            var infra = context.LoadFromAssemblyPath(typeof(Environments).Assembly.Location);
            var file = StackFile.Read("dev");
            var call = Activator.CreateInstance(infra.GetType(typeof(EngineCall).FullName!)!, file.Stack, file.Config, file.SecretKeys)!;
            var environments = (IServiceProvider)Activator.CreateInstance(infra.GetType(typeof(Environments).FullName!)!, call)!;
            return await Sandbox.Run(() => environments.GetService(typeof(Stack)));
        }
        finally
        {
            context.Unload();
        }
    }

    private sealed class Exchanged(string stacks) : AssemblyLoadContext("newcomer", isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name == typeof(DevStack).Assembly.GetName().Name ? LoadFromAssemblyPath(stacks) : null;
    }
}
