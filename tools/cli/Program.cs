using Platform.Cli.Baselines;
using Platform.Cli.Commands;
using Platform.Cli.Doctor;
using Platform.Cli.Render;
using Platform.Engine;

namespace Platform.Cli;

internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        var terminal = Terminal.OfThisProcess();
        var repository = Repository.Find(AppContext.BaseDirectory);
        using var interruption = new Interruption();
        var commands = new CommandLine(
            terminal,
            [
                new PlanCommand(terminal, repository, OfflineEngine.PlanAsync),
                new DiffCommand(terminal, repository, OfflineEngine.PlanAsync, Revisions(repository)),
                new AlarmsCommand(terminal, repository, OfflineEngine.PlanAsync),
                new DoctorCommand(terminal, new MachineDoctor(new ProcessRunner(), Machine.This, repository)),
            ]);
        return (int)await commands.RunAsync(arguments, interruption);
    }

    // Git may have to write thousands of files.
    private static GitRevisions Revisions(string repository) =>
        new(new ProcessRunner(TimeSpan.FromMinutes(5)), Path.Combine(repository, ".build", "revisions"));
}
