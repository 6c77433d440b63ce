using System.Net;
using System.Net.Sockets;

namespace Platform.Protocol;

/// <summary>
/// A connection that tells when the other end is gone. HTTP/2 always has a read under way, so the end is noticed at
/// once, without pings and without a second connection.
/// </summary>
internal sealed class WatchedStream : NetworkStream
{
    private readonly Action _onClosed;
    private int _isClosed;

    private WatchedStream(Socket socket, Action onClosed)
        : base(socket, ownsSocket: true)
    {
        _onClosed = onClosed;
    }

    public static async ValueTask<Stream> ConnectAsync(DnsEndPoint server, Action onClosed, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(server, cancellationToken).ConfigureAwait(false);
            return new WatchedStream(socket, onClosed);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var isOpen = false;
        try
        {
            var count = await base.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);

            // A read into no buffer only waits for data; it ends with 0 too.
            isOpen = count > 0 || buffer.Length == 0;
            return count;
        }
        finally
        {
            if (!isOpen)
            {
                Tell();
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Tell();
    }

    private void Tell()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0)
        {
            _onClosed();
        }
    }
}
