using System.Diagnostics;
using System.Text;

namespace Platform.Engine.Launching;

/// <summary>A command to run.</summary>
/// <param name="FileName">The executable.</param>
/// <param name="Arguments">Its arguments, unquoted.</param>
/// <param name="Directory">The working directory.</param>
/// <param name="Variables">Environment variables to set; a <c>null</c> value removes one.</param>
internal sealed record Command(string FileName, IReadOnlyList<string> Arguments, string Directory, IReadOnlyDictionary<string, string?> Variables);

/// <summary>Runs a command to its end, its output drained, and leaves no process behind.</summary>
internal static class ChildProcess
{
    // A pipe stays open as long as any descendant holds it; a line or two lost is better than waiting for one.
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(2);

    /// <summary>Runs the command and returns its exit code.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the whole process tree was killed.</exception>
    /// <exception cref="PlanRequestException">The command cannot be started.</exception>
    public static async Task<int> RunAsync(Command command, ProgramOutput output, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var process = Start(command);
        var drained = Task.WhenAll(
            DrainAsync(process.StandardOutput, output, isError: false),
            DrainAsync(process.StandardError, output, isError: true));
        try
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The child was gone before its input could be closed; its exit code tells why.
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Kill(process);
            StrayProcesses.Kill(command.Variables);
            await Task.WhenAny(drained, Task.Delay(DrainTime, CancellationToken.None)).ConfigureAwait(false);
        }

        return process.ExitCode;
    }

    private static Process Start(Command command)
    {
        var start = new ProcessStartInfo(command.FileName, command.Arguments)
        {
            WorkingDirectory = command.Directory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in command.Variables)
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            throw new PlanRequestException($"{command.FileName} cannot be started in {command.Directory}: {problem.Message}", problem);
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit(DrainTime);
            }
        }
        catch (Exception problem) when (problem is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It ended in this moment.
        }
    }

    // Lines are cut at a limit, because a program may write a gigabyte without a line feed.
    private static async Task DrainAsync(StreamReader reader, ProgramOutput output, bool isError)
    {
        var buffer = new char[4_096];
        var line = new StringBuilder();
        var isTooLong = false;
        try
        {
            int count;
            while ((count = await reader.ReadAsync(buffer).ConfigureAwait(false)) > 0)
            {
                foreach (var c in buffer.AsMemory(0, count).ToArray())
                {
                    if (c == '\n')
                    {
                        End();
                    }
                    else if (line.Length == ProgramOutput.MaxLineLength)
                    {
                        isTooLong = true;
                    }
                    else
                    {
                        line.Append(c);
                    }
                }
            }
        }
        catch (Exception problem) when (problem is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The pipe broke with the process.
        }

        if (line.Length > 0)
        {
            End();
        }

        void End()
        {
            // Half a line may hold half a secret, which nobody would recognise: all of it, or nothing.
            output.Add(isTooLong ? ProgramOutput.LeftOut : line.ToString().TrimEnd('\r'), isError);
            line.Clear();
            isTooLong = false;
        }
    }
}
