using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Platform.Engine.Launching;

/// <summary>Ends what a program started and left behind, also what no longer has it as its parent.</summary>
/// <remarks>
/// A process that detached itself cannot be found by its parents, but it still has the address of our server in its environment,
/// which no other process has. Linux only: elsewhere another process's environment cannot be read.
/// </remarks>
internal static class StrayProcesses
{
    private const string Variable = "PULUMI_MONITOR";

    /// <summary>Kills every process that was started with the server's address.</summary>
    public static void Kill(IReadOnlyDictionary<string, string?> variables)
    {
        if (!OperatingSystem.IsLinux() || !variables.TryGetValue(Variable, out var address) || address is null)
        {
            return;
        }

        var entry = Encoding.UTF8.GetBytes($"{Variable}={address}\0");
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && id != Environment.ProcessId
                && Read(Path.Combine(directory, "environ")).AsSpan().IndexOf(entry) >= 0)
            {
                Kill(id);
            }
        }
    }

    private static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [];   // gone, or somebody else's
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended in this moment.
        }
    }
}
