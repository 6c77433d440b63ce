using System.Net;
using System.Net.Sockets;

namespace Platform.Protocol.Http2;

/// <summary>One clear-text HTTP/2 connection of a client: its calls, and what both sides have agreed upon.</summary>
/// <remarks>
/// A thread of its own makes the connection and reads from it, without the thread pool, which the program may keep busy.
/// It runs no code of callers. Requests are sent by whoever makes them; nobody waits for the peer. The connection is not
/// given up for being idle.
/// </remarks>
internal sealed partial class Http2Connection
{
    /// <summary>The flow-control window everybody begins with.</summary>
    public const int DefaultWindow = 65_535;

    // An answer is taken in as it comes and its size is checked by itself, so windows need not hold it back.
    private const int OurWindow = 1 << 30;

    // What a server must allow at least if it wants to be of use; it tells its own limit at once.
    private const int CautiousStreams = 100;
    private const int ReaderStackBytes = 512 * 1024;

    private readonly Lock _gate = new();
    private readonly GrpcClient _client;
    private readonly EndPoint _server;
    private readonly Outbox _outbox;
    private readonly Dictionary<int, GrpcCall> _calls = [];
    private readonly Queue<GrpcCall> _early = new();          // until the server tells how many it takes
    private readonly Queue<GrpcCall> _withheld = new();       // have more to send than the server's windows allow
    private int _nextStream = 1;
    private bool _isReady;
    private bool _isLeaving;
    private bool _isOver;
    private Socket? _socket;   // while the thread runs
    private uint _maxStreams = CautiousStreams;
    private int _streamWindow = DefaultWindow;
    private long _window = DefaultWindow;

    /// <summary>Prepares a connection; calls may be started right away.</summary>
    public Http2Connection(GrpcClient client, EndPoint server)
    {
        _client = client;
        _server = server;
        _outbox = new(_gate, SendWithheld, problem => End(problem.Message, problem));
        _outbox.Pending.Preface(OurWindow, OurWindow);
    }

    /// <summary>Begins to connect. A call started before cannot miss how that ends.</summary>
    public void Open() => new Thread(Run, ReaderStackBytes) { IsBackground = true, Name = "HTTP/2 reader" }.Start();

    /// <summary>Takes a call; <see cref="Flush"/> sends it.</summary>
    /// <returns>False if the connection takes no more calls, for now or at all.</returns>
    public bool TryStart(GrpcCall call)
    {
        lock (_gate)
        {
            if (_isOver || _isLeaving || _nextStream < 0)
            {
                return false;
            }

            if (_calls.Count < _maxStreams)
            {
                Begin(call);
                return true;
            }

            if (!_isReady)
            {
                _early.Enqueue(call);
            }

            return !_isReady;
        }
    }

    /// <summary>Sends what was started.</summary>
    public void Flush() => _outbox.Flush();

    /// <summary>Tells the server that nobody waits for a call any more.</summary>
    public void Abandon(GrpcCall call)
    {
        lock (_gate)
        {
            if (_calls.GetValueOrDefault(call.Stream) != call)
            {
                return;
            }

            Forget(call, Http2Error.Cancel);
        }

        Settle();
    }

    /// <summary>Says goodbye and closes; calls under way fail.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _outbox.Pending.GoAway(Http2Error.NoError);
        }

        Flush();
        End("the client was closed", null);
    }

    private void Begin(GrpcCall call)
    {
        var isFirst = _nextStream == 1;
        if (!call.Attach(this, _nextStream, _streamWindow))
        {
            call.DropBody();   // nobody waits for it any more
            return;
        }

        _nextStream = unchecked(_nextStream + 2);
        _calls.Add(call.Stream, call);
        _outbox.Pending.Headers(call.Stream, isFirst, call.HeaderBeginning, _client.HeaderRest);
        SendBody(call);
    }

    private void SendWithheld()
    {
        for (var count = _withheld.Count; count > 0 && _window > 0 && !_outbox.IsFull; count--)
        {
            var call = _withheld.Dequeue();
            call.IsWithheld = false;
            SendBody(call);
        }
    }

    private void SendBody(GrpcCall call)
    {
        while (call.Unsent.Length > 0)
        {
            var length = (int)Math.Min(Math.Min(call.Unsent.Length, FrameHeader.DefaultMaxLength), Math.Min(call.SendWindow, _window));
            if (length <= 0 || _outbox.IsFull)
            {
                Withhold(call);
                return;
            }

            _outbox.Pending.Data(call.Stream, call.Unsent.Span[..length], isLast: length == call.Unsent.Length);
            _window -= length;
            call.Sent(length);
        }
    }

    // A call whose own window is used up waits for the server to speak of it, the others for the connection.
    private void Withhold(GrpcCall call)
    {
        if (call.SendWindow > 0 && call.Unsent.Length > 0 && !call.IsWithheld)
        {
            call.IsWithheld = true;
            _withheld.Enqueue(call);
        }
    }

    // Inside the gate. The server is told if it cannot know by itself.
    private void Forget(GrpcCall call, Http2Error? reset)
    {
        _calls.Remove(call.Stream);
        if (reset is { } error)
        {
            _outbox.Pending.Reset(call.Stream, error);
        }

        call.DropBody();
    }

    // After calls have ended: sends what that left to send, and closes a connection that has served its last one.
    private void Settle()
    {
        Flush();
        if (_isLeaving && IsIdle())
        {
            End("the server goes away", null);
        }
    }

    private bool IsIdle()
    {
        lock (_gate)
        {
            return _calls.Count == 0;
        }
    }

    private void End(string reason, Exception? problem)
    {
        GrpcCall[] calls;
        Socket? socket;
        lock (_gate)
        {
            if (_isOver)
            {
                return;
            }

            _isOver = true;
            socket = _socket;
            calls = [.. _calls.Values, .. _early];
            foreach (var call in calls)
            {
                call.DropBody();
            }

            _calls.Clear();
            _early.Clear();
            _withheld.Clear();
        }

        try
        {
            socket?.Shutdown(SocketShutdown.Both);   // wakes the threads that wait for it
        }
        catch (Exception unconnected) when (unconnected is SocketException or ObjectDisposedException)
        {
            socket?.Dispose();
        }

        _client.OnEnded(this);
        foreach (var call in calls)
        {
            call.Lose(reason, problem);
        }
    }
}
