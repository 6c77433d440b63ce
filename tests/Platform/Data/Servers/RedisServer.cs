using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Platform.Components.Data;

namespace Platform.Tests.Data.Servers;

/// <summary>A redis-server of Debian's package, reached through a socket in a folder of its own.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private const int Attempts = 5;

    private readonly string _folder;
    private readonly Process _process;

    private RedisServer(string folder, Process process, int port) => (_folder, _process, Port) = (folder, process, port);

    /// <summary>TCP port of a shard; 0 for a server that is reached through its socket only.</summary>
    public int Port { get; }

    /// <summary>Port on which shards talk among themselves.</summary>
    public int BusPort => Port + 1;

    /// <summary>Why there is none; null when there is one.</summary>
    public static string? Missing => Program is null ? "no redis-server on the path: apt-get install redis-server" : null;

    private static string? Program { get; } = Tool.Find("redis-server");

    /// <summary>Starts a server with some settings.</summary>
    public static Task<RedisServer> Start(IEnumerable<ServerSetting> settings) => Start(settings, 0, []);

    /// <summary>Starts a shard on two ports of this machine that nobody else uses.</summary>
    public static async Task<RedisServer> StartShard(IReadOnlyCollection<ServerSetting> settings)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePorts();
            try
            {
                return await Start(settings, port, ["--bind", "127.0.0.1", "--cluster-port", $"{port + 1}"]);
            }
            catch (Xunit.Sdk.XunitException) when (attempt < Attempts)
            {
                // It ended: somebody took one of its ports in between.
            }
        }
    }

    private static async Task<RedisServer> Start(IEnumerable<ServerSetting> settings, int port, string[] more)
    {
        var folder = Directory.CreateTempSubdirectory("redis-").FullName;
        var process = Tool.Start(Program!,
        [
            "--port", $"{port}", .. more, "--unixsocket", Path.Combine(folder, "socket"), "--save", "", "--dir", folder,
            .. settings.SelectMany(setting => (string[])[$"--{setting.Name}", setting.Value]),
        ]);
        var server = new RedisServer(folder, process, port);
        try
        {
            await Tool.Until(() => server.TryAsk("PING"), process);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The lines of an answer, without their lengths.</summary>
    public async Task<string[]> Ask(string command) => await TryAsk(command) ?? throw new InvalidOperationException($"No answer to {command}");

    /// <summary>Asks until a line of the answer is the one waited for.</summary>
    public Task Until(string command, string line) =>
        Tool.Until(async () => await TryAsk(command) is { } answer && answer.Contains(line) ? answer : null, _process);

    public async ValueTask DisposeAsync()
    {
        await Tool.End(_process, byForce: true);
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePorts()
    {
        while (true)
        {
            using var one = new TcpListener(IPAddress.Loopback, 0);
            one.Start();
            var port = ((IPEndPoint)one.LocalEndpoint).Port;
            try
            {
                using var next = new TcpListener(IPAddress.Loopback, port + 1);
                next.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has the next one.
            }
        }
    }

    private async Task<string[]?> TryAsk(string command)
    {
        if (!File.Exists(Path.Combine(_folder, "socket")))
        {
            return null;
        }

        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Path.Combine(_folder, "socket")));
            await socket.SendAsync(Encoding.ASCII.GetBytes(command + "\r\nQUIT\r\n"));
            using var reader = new StreamReader(new NetworkStream(socket));
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            var answer = await reader.ReadToEndAsync(limit.Token);
            return [.. answer.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] is not ('*' or '$'))];
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
