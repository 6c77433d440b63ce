using Platform.Engine;
using Platform.Engine.Launching;
using Platform.Protocol;

namespace Platform.Tests.Tools.Engine;

/// <summary>A program that runs inside the test: it speaks the protocol, but needs no process.</summary>
internal sealed class ScriptedProgram(Func<ProgramClient, Task<int>> script, string? packages = null) : IProgramLauncher
{
    public string ProgramDirectory => Path.GetTempPath();

    public string? PackageDirectory => packages;

    public static Task<PlanResult> Plan(Func<ProgramClient, Task> script, Func<PlanRequest, PlanRequest>? request = null, string? stackFile = null, string? packages = null) =>
        Plan(async program =>
        {
            await script(program);
            return 0;
        }, request, stackFile, packages);

    public static async Task<PlanResult> Plan(
        Func<ProgramClient, Task<int>> script, Func<PlanRequest, PlanRequest>? request = null, string? stackFile = null, string? packages = null, CancellationToken cancellationToken = default)
    {
        using var workspace = new Workspace().Write("Pulumi.dev.yaml", stackFile ?? "config:\n  aws:region: eu-west-1\n  aws:allowedAccountIds: ['123456789012']\n");
        var plan = new PlanRequest { ProjectDirectory = workspace.Root, Stack = "dev" };
        return await new PlanRun(request?.Invoke(plan) ?? plan, null, null, _ => new ScriptedProgram(script, packages)).RunAsync(cancellationToken);
    }

    public Task<string?> PrepareAsync(BuildWish build, ProgramOutput output, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public async Task<int> RunAsync(IReadOnlyDictionary<string, string> variables, ProgramOutput output, CancellationToken cancellationToken)
    {
        using var client = new GrpcClient(variables["PULUMI_MONITOR"]);
        return await script(new ProgramClient(client, variables, output, cancellationToken));
    }
}
