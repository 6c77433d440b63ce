using Platform.Engine;
using Platform.Engine.Launching;
using Platform.Infra;
using Pulumi;

namespace Platform.Tests.Tools.Repository;

/// <summary>
/// This repository's program inside the tests, connected to the engine as ever: to start and warm up a process takes ten times as long
/// as a plan. That a process of its own makes the same plan is a test.
/// </summary>
internal sealed class OwnProgram : IProgramLauncher
{
    public string ProgramDirectory { get; } = Path.Combine(Sources.Root, "infra");

    public Task<string?> PrepareAsync(BuildWish build, ProgramOutput output, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public async Task<int> RunAsync(IReadOnlyDictionary<string, string> variables, ProgramOutput output, CancellationToken cancellationToken)
    {
        string? Variable(string name) => variables.GetValueOrDefault(name);

        using var errors = new StringWriter();
        using var connection = new EngineConnection(RunSettings.Read(Variable), () => errors, exit: static _ => { });
        var program = StackProgram.Of<Stack>(new Environments(EngineCall.From(Variable)!));
        var exitCode = await Runner.RunAsync(connection.NewDeployment(), program, connection, () => errors).WaitAsync(cancellationToken);
        foreach (var line in errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            output.Add(line, isError: true);
        }

        return exitCode;
    }
}
