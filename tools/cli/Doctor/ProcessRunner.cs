using System.ComponentModel;
using System.Diagnostics;

namespace Platform.Cli.Doctor;

/// <summary>Asks real programs, none of them for longer than <paramref name="limit"/>.</summary>
/// <param name="limit">Default: 10 seconds.</param>
internal sealed class ProcessRunner(TimeSpan? limit = null) : IProcessRunner
{
    private readonly TimeSpan _limit = limit ?? TimeSpan.FromSeconds(10);

    public async Task<ProcessAnswer?> AskAsync(
        string program, IReadOnlyList<string> arguments, string directory, CancellationToken cancellationToken)
    {
        using var process = Start(program, arguments, directory);
        if (process is null)
        {
            return null;
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(_limit);
        try
        {
            CloseInput(process);
            var errors = process.StandardError.ReadToEndAsync(deadline.Token);
            var output = await process.StandardOutput.ReadToEndAsync(deadline.Token);
            await errors;
            await process.WaitForExitAsync(deadline.Token);
            return new ProcessAnswer(process.ExitCode, FirstLine(output));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return new ProcessAnswer(null, "");
        }
    }

    private static void CloseInput(Process process)
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already, and its end of the pipe with it.
        }
    }

    private static Process? Start(string program, IReadOnlyList<string> arguments, string directory)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;   // not there, or not executable
        }
    }

    private static string FirstLine(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault("");
}
