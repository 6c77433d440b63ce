using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Platform.Protocol.Http2;

/// <content>What the connection's own thread does: it connects, reads frames and hands them to their calls.</content>
internal sealed partial class Http2Connection
{
    private const int BufferBytes = 64 * 1024;

    // So much may come before the server gets its window back.
    private const int WindowQuantum = OurWindow / 4;

    private readonly byte[] _buffer = new byte[BufferBytes];
    private int _consumed;
    private bool _hasSettings;

    private void Run()
    {
        Socket? socket = null;
        try
        {
            socket = _server is IPEndPoint known
                ? new Socket(known.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
                : new Socket(SocketType.Stream, ProtocolType.Tcp);
            lock (_gate)
            {
                if (_isOver)
                {
                    return;
                }

                _socket = socket;
            }

            socket.NoDelay = true;
            socket.Connect(_server);
            socket.Blocking = false;
            _outbox.Open(socket);
            Read(socket);
            End("the server closed the connection", null);
        }
        catch (Http2Exception problem)
        {
            lock (_gate)
            {
                _outbox.Pending.GoAway(problem.Error);
            }

            Flush();
            End($"the server does not speak HTTP/2 as it should: {problem.Message}", problem);
        }
#pragma warning disable CA1031 // Whatever it is, the calls must hear of it: nobody else waits for this thread.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            End(problem.Message, problem);
        }
        finally
        {
            socket?.Dispose();
        }
    }

    private void Read(Socket socket)
    {
        var (begin, end) = (0, 0);
        while (true)
        {
            while (end - begin >= FrameHeader.Bytes)
            {
                var header = FrameHeader.Read(_buffer.AsSpan(begin));
                Check(header);
                var next = begin + FrameHeader.Bytes + header.Length;
                if (next > end)
                {
                    break;
                }

                Take(header, _buffer.AsSpan(begin + FrameHeader.Bytes, header.Length));
                begin = next;
            }

            Settle();
            _buffer.AsSpan(begin, end - begin).CopyTo(_buffer);
            (begin, end) = (0, end - begin);
            var count = Receive(socket, _buffer.AsSpan(end));
            if (count == 0)
            {
                return;
            }

            end += count;
        }
    }

    private static int Receive(Socket socket, Span<byte> target)
    {
        while (true)
        {
            socket.Poll(Timeout.InfiniteTimeSpan, SelectMode.SelectRead);
            var count = socket.Receive(target, SocketFlags.None, out var error);
            if (error == SocketError.Success)
            {
                return count;
            }

            if (error != SocketError.WouldBlock)
            {
                throw new SocketException((int)error);
            }
        }
    }

    private void Check(FrameHeader header)
    {
        if (!_hasSettings && header.Type != FrameType.Settings)
        {
            throw new Http2Exception(Http2Error.ProtocolError, "it does not begin with its settings");
        }

        if (header.Length > FrameHeader.DefaultMaxLength)
        {
            throw new Http2Exception(Http2Error.FrameSizeError, $"a frame has {header.Length} bytes, more than the {FrameHeader.DefaultMaxLength} agreed upon");
        }

        if (_block is not null && (header.Type != FrameType.Continuation || header.Stream != _blockBegin.Stream))
        {
            throw new Http2Exception(Http2Error.ProtocolError, "headers are interrupted by another frame");
        }
    }

    private void Take(FrameHeader header, ReadOnlySpan<byte> payload)
    {
        switch (header.Type)
        {
            case FrameType.Data:
                TakeData(header, payload);
                break;

            case FrameType.Headers:
                Begun(header.Stream);
                var block = Unpadded(header, payload);
                TakeBlock(header, header.Has(FrameFlags.HasPriority) ? Rest(block, from: 5) : block);
                break;

            case FrameType.Continuation:
                ContinueBlock(header, payload);
                break;

            case FrameType.Reset:
                Begun(header.Stream);
                TakeReset(header.Stream, (Http2Error)Number(payload, exactly: 4));
                break;

            case FrameType.Settings:
                TakeSettings(header, payload);
                break;

            case FrameType.PushPromise:
                throw new Http2Exception(Http2Error.ProtocolError, "it pushes though it was told not to");

            case FrameType.Ping:
                TakePing(header, payload);
                break;

            case FrameType.GoAway:
                TakeGoAway(payload);
                break;

            case FrameType.WindowUpdate:
                TakeWindow(header.Stream, (int)(Number(payload, exactly: 4) & int.MaxValue));
                break;
        }
    }

    private void TakeData(FrameHeader header, ReadOnlySpan<byte> payload)
    {
        _consumed += payload.Length;
        if (_consumed >= WindowQuantum)
        {
            lock (_gate)
            {
                _outbox.Pending.WindowUpdate(stream: 0, _consumed);
            }

            _consumed = 0;
        }

        if (Begun(header.Stream) is { } call)
        {
            call.OnData(Unpadded(header, payload), header.Has(FrameFlags.EndStream));
            Deliver(call, header);
        }
    }

    // Once a call has its outcome the server need not send more of it, nor be sent more.
    private void Deliver(GrpcCall call, FrameHeader header)
    {
        if (!call.HasOutcome)
        {
            return;
        }

        lock (_gate)
        {
            Forget(call, !header.Has(FrameFlags.EndStream) ? Http2Error.Cancel : call.Unsent.Length > 0 ? Http2Error.NoError : null);
        }

        call.Finish();
    }

    private static ReadOnlySpan<byte> Unpadded(FrameHeader header, ReadOnlySpan<byte> payload)
    {
        if (!header.Has(FrameFlags.Padded))
        {
            return payload;
        }

        var rest = Rest(payload, from: 1);
        return payload[0] <= rest.Length
            ? rest[..^payload[0]]
            : throw new Http2Exception(Http2Error.ProtocolError, "a frame has more padding than payload");
    }

    private static ReadOnlySpan<byte> Rest(ReadOnlySpan<byte> payload, int from) =>
        payload.Length >= from ? payload[from..] : throw TooShort();

    private static uint Number(ReadOnlySpan<byte> payload, int exactly) =>
        payload.Length == exactly ? BinaryPrimitives.ReadUInt32BigEndian(payload) : throw TooShort();

    private static Http2Exception TooShort() => new(Http2Error.FrameSizeError, "a frame does not have the length of its kind");

    // The call that a frame is about; null if it is over.
    private GrpcCall? Begun(int stream)
    {
        var isOurs = stream > 0 && (stream & 1) == 1;
        lock (_gate)
        {
            if (!isOurs || (_nextStream > 0 && stream >= _nextStream))
            {
                throw new Http2Exception(Http2Error.ProtocolError, $"it answers a request {stream} that was never made");
            }

            return _calls.GetValueOrDefault(stream);
        }
    }

    private GrpcCall? Find(int stream)
    {
        lock (_gate)
        {
            return _calls.GetValueOrDefault(stream);
        }
    }
}
