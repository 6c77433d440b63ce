using System.Diagnostics;
using Platform.Components.Data;

namespace Platform.Tests.Data.Servers;

/// <summary>A PostgreSQL of Debian's package in a folder of its own, reached through a socket there.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly string _folder;
    private readonly Process _process;

    private PostgresServer(string folder, Process process) => (_folder, _process) = (folder, process);

    /// <summary>Why there is none; null when there is one.</summary>
    public static string? Missing =>
        Programs is null ? "no PostgreSQL under /usr/lib/postgresql: apt-get install postgresql"
        : Environment.UserName == "root" && Tool.Find("runuser") is null ? "PostgreSQL refuses root, and there is no runuser to be somebody else"
        : null;

    private static string? Programs { get; } = !Directory.Exists("/usr/lib/postgresql")
        ? null
        : Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(major => Path.Combine(major, "bin"))
            .LastOrDefault(bin => File.Exists(Path.Combine(bin, "postgres")));

    /// <summary>Names of all settings the server has without libraries.</summary>
    public static async Task<HashSet<string>> KnownSettings() =>
        [.. (await Tool.Run(Path.Combine(Programs!, "postgres"), "--describe-config")).Split('\n').Select(line => line.Split('\t')[0])];

    /// <summary>Whether a library that settings name is installed.</summary>
    public static bool HasLibrary(string name) => File.Exists(Path.Combine(Programs!, "..", "lib", name + ".so"));

    /// <summary>Makes a cluster and starts a server with some settings.</summary>
    public static async Task<PostgresServer> Start(IEnumerable<ServerSetting> settings)
    {
        var folder = Directory.CreateTempSubdirectory("pg-").FullName;
        await Tool.Run("/bin/chmod", "777", folder);
        await As(Path.Combine(Programs!, "initdb"), "--no-sync", "--auth=trust", "--username=postgres", "--pgdata", Path.Combine(folder, "data"));
        var arguments = settings.SelectMany(setting => (string[])["-c", $"{setting.Name}={setting.Value}"]);
        var process = StartAs(
            Path.Combine(Programs!, "postgres"),
            ["-D", Path.Combine(folder, "data"), "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "logging_collector=on", .. arguments]);
        var server = new PostgresServer(folder, process);
        try
        {
            await Tool.Until(() => server.TryAsk("select 1"), process);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The answer to a question, one line for each row.</summary>
    public async Task<string> Ask(string sql) => await TryAsk(sql) ?? throw new InvalidOperationException($"No answer to {sql}");

    public async ValueTask DisposeAsync()
    {
        await Tool.End(_process, byForce: true);
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string?> TryAsk(string sql)
    {
        using var psql = Tool.Start(Path.Combine(Programs!, "psql"), "-h", _folder, "-U", "postgres", "-d", "postgres", "-At", "-F", "\t", "-c", sql);
        var (output, errors) = (psql.StandardOutput.ReadToEndAsync(), psql.StandardError.ReadToEndAsync());
        await Tool.End(psql, byForce: false);
        await errors;
        return psql.ExitCode == 0 ? (await output).TrimEnd('\n') : null;
    }

    private static async Task As(string program, params string[] arguments)
    {
        using var process = StartAs(program, arguments);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await Tool.End(process, byForce: false);
        Assert.True(process.ExitCode == 0, $"{await output}{await errors}");
    }

    private static Process StartAs(string program, string[] arguments) => Environment.UserName == "root"
        ? Tool.Start(Tool.Find("runuser")!, ["-u", "postgres", "--", program, .. arguments])
        : Tool.Start(program, arguments);
}
