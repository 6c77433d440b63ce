using System.Net.Sockets;

namespace Platform.Protocol.Http2;

/// <summary>
/// Sends what is put into it, in order. Whoever puts something in sends it at once, together with what others put in
/// meanwhile; nobody ever waits for the peer, except a thread of its own that begins when the peer does not keep up.
/// </summary>
/// <param name="gate">Guards what waits to be sent, and whatever else must change together with it.</param>
/// <param name="refill">Puts in more, if there is more; called inside the gate when everything is sent.</param>
/// <param name="fail">Takes the error that ended the connection.</param>
internal sealed class Outbox(Lock gate, Action refill, Action<SocketException> fail)
{
    private const int SlowThreadStackBytes = 256 * 1024;
    private const int PlentyBytes = 256 * 1024;

    private FrameWriter _sending = new();
    private int _sent;
    private Socket? _socket;
    private bool _isBusy;

    /// <summary>What waits to be sent. Only inside the gate.</summary>
    public FrameWriter Pending { get; private set; } = new();

    /// <summary>Whether data had better wait until some of it is sent. Only inside the gate.</summary>
    public bool IsFull => Pending.Length >= PlentyBytes;

    /// <summary>Lets the first byte out: the connection is made.</summary>
    /// <param name="socket">Where to; it does not block.</param>
    public void Open(Socket socket)
    {
        lock (gate)
        {
            _socket = socket;
        }

        Flush();
    }

    /// <summary>Sends what waits, unless somebody is sending already. Never inside the gate.</summary>
    public void Flush()
    {
        Socket socket;
        lock (gate)
        {
            if (_isBusy || _socket is null || Pending.Length == 0)
            {
                return;
            }

            _isBusy = true;
            socket = _socket;
        }

        if (!Send(socket, mayWait: false))
        {
            new Thread(() => Send(socket, mayWait: true), SlowThreadStackBytes) { IsBackground = true, Name = "HTTP/2 writer" }.Start();
        }
    }

    /// <summary>Sends all there is.</summary>
    /// <returns>False if the peer does not take more at the moment.</returns>
    private bool Send(Socket socket, bool mayWait)
    {
        try
        {
            while (_sent < _sending.Length || TakePending())
            {
                _sent += socket.Send(_sending.Written.Span[_sent..], SocketFlags.None, out var error);
                if (error == SocketError.WouldBlock && !mayWait)
                {
                    return false;
                }

                if (error == SocketError.WouldBlock)
                {
                    socket.Poll(Timeout.InfiniteTimeSpan, SelectMode.SelectWrite);
                }
                else if (error != SocketError.Success)
                {
                    fail(new SocketException((int)error));
                    return true;   // still busy: nothing more is sent
                }
            }
        }
        catch (ObjectDisposedException)
        {
            // Closed meanwhile; whoever closed it tells the calls.
        }

        return true;
    }

    private bool TakePending()
    {
        lock (gate)
        {
            _sent = 0;
            _sending.Clear();
            if (Pending.Length == 0)
            {
                refill();
            }

            if (Pending.Length == 0)
            {
                _isBusy = false;
                return false;
            }

            (_sending, Pending) = (Pending, _sending);
            refill();
            return true;
        }
    }
}
