using System.Diagnostics;

namespace Platform.Tests.Data.Servers;

/// <summary>Programs of the machine: they end, or are ended.</summary>
internal static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Where a program is; null when nowhere.</summary>
    public static string? Find(string name, params string[] folders) => folders
        .Concat(Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? []).Concat(["/usr/bin", "/usr/sbin", "/sbin"])
        .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Starts a program that goes on running.</summary>
    public static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath(),
    })!;

    /// <summary>What a program prints; it must end well.</summary>
    public static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await End(process, byForce: false);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {await errors}");
        return await output;
    }

    /// <summary>Waits for a program, and kills it with its children when it takes too long or is told to.</summary>
    public static async Task End(Process process, bool byForce)
    {
        if (byForce && !process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Asks again and again until an answer comes.</summary>
    public static async Task<T> Until<T>(Func<Task<T?>> ask, Process server)
        where T : class
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await ask() is { } answer)
            {
                return answer;
            }

            Assert.False(server.HasExited, server.HasExited ? await server.StandardError.ReadToEndAsync(limit.Token) : "");
            await Task.Delay(50, limit.Token);
        }
    }
}
