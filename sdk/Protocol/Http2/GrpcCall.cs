using System.Buffers;
using Google.Protobuf;
using Platform.Protocol.Http2.Headers;

namespace Platform.Protocol.Http2;

/// <summary>One unary call on its way. The connection tells it what comes; in the end it has exactly one outcome.</summary>
internal abstract class GrpcCall(GrpcClient client, byte[] headerBeginning, string name)
{
    private Http2Connection? _connection;
    private byte[] _body = [];
    private MessageAssembler? _pieces;
    private GrpcStatusCode? _status;
    private string _detail = "";
    private bool _hasMessage;
    private GrpcException? _failure;

    /// <summary>The encoded header lines that the method decides.</summary>
    public byte[] HeaderBeginning { get; } = headerBeginning;

    public int Stream { get; private set; }

    /// <summary>Bytes that the server still takes of this call.</summary>
    public long SendWindow { get; set; }

    /// <summary>What of the request is not sent yet.</summary>
    public ReadOnlyMemory<byte> Unsent { get; private set; }

    /// <summary>Whether the call waits among those withheld.</summary>
    public bool IsWithheld { get; set; }

    /// <summary>How often a server has sent the call away unseen.</summary>
    public int Refusals { get; set; }

    /// <summary>Whether the server has begun to answer; such a call cannot be made again.</summary>
    public bool HasHead { get; private set; }

    /// <summary>Whether the answer is there; <see cref="Finish"/> hands it out.</summary>
    public bool HasOutcome { get; private set; }

    /// <summary>Whether the caller has its answer or has given up.</summary>
    protected abstract bool IsOver { get; }

    protected abstract IMessage Request { get; }

    /// <summary>Writes the request into the bytes to be sent.</summary>
    /// <exception cref="GrpcException">The request is too large.</exception>
    public void Serialize()
    {
        var request = Request;
        var length = GrpcFraming.HeaderBytes + GrpcFraming.SizeOf(request);
        _body = ArrayPool<byte>.Shared.Rent(length);
        GrpcFraming.Write(request, _body.AsSpan(0, length));
        Unsent = _body.AsMemory(0, length);
    }

    /// <summary>Gives the call its stream.</summary>
    /// <returns>False if the caller has given up.</returns>
    public bool Attach(Http2Connection connection, int stream, int window)
    {
        (Stream, SendWindow) = (stream, window);
        Interlocked.Exchange(ref _connection, connection);   // before looking, as whoever gives up looks after saying so
        return !IsOver;
    }

    /// <summary>Notes that a part of the request is sent.</summary>
    public void Sent(int length)
    {
        SendWindow -= length;
        Unsent = Unsent[length..];
        if (Unsent.Length == 0)
        {
            DropBody();
        }
    }

    /// <summary>Nothing more of the request will be sent.</summary>
    public void DropBody()
    {
        Unsent = default;
        if (_body.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_body);
            _body = [];
        }
    }

    public void OnHeaders(ResponseHead head, bool isLast)
    {
        if (!HasHead && head.Status is >= 100 and < 200 && !isLast)
        {
            return;   // more is to come
        }

        if (!HasHead && Refusal(head) is { } refusal)
        {
            Fail(refusal);
            return;
        }

        if (HasHead && !isLast)
        {
            Fail(new GrpcException(GrpcStatusCode.Internal, $"{name} was answered with headers in the middle"));
            return;
        }

        HasHead = true;
        if (head.GrpcStatus is { } status)
        {
            (_status, _detail) = (status, head.GrpcMessage);
        }

        if (isLast)
        {
            OnEnd();
        }
    }

    public void OnData(ReadOnlySpan<byte> data, bool isLast)
    {
        try
        {
            if (!HasHead)
            {
                throw new GrpcException(GrpcStatusCode.Internal, $"{name} was answered without headers");
            }

            if (data.Length > 0)
            {
                Add(data);
            }

            if (isLast)
            {
                OnEnd();
            }
        }
        catch (GrpcException problem)
        {
            Fail(problem);
        }
    }

    public void OnReset(Http2Error error)
    {
        var status = error switch
        {
            Http2Error.Cancel => GrpcStatusCode.Cancelled,
            Http2Error.RefusedStream => GrpcStatusCode.Unavailable,
            Http2Error.EnhanceYourCalm => GrpcStatusCode.ResourceExhausted,
            Http2Error.InadequateSecurity => GrpcStatusCode.PermissionDenied,
            _ => GrpcStatusCode.Internal,
        };
        Fail(new GrpcException(status, $"{name} at {client.Origin}: the server ended the call with HTTP/2 error {error}"));
        Finish();
    }

    /// <summary>There is no connection to be had, or it is gone.</summary>
    /// <remarks>
    /// Whoever closes a connection says so while its reader may be at work on the answer: what the reader has in hand stays the
    /// reader's, and the caller takes the first outcome it is given.
    /// </remarks>
    public void Lose(string reason, Exception? problem) =>
        Complete(new GrpcException(GrpcStatusCode.Unavailable, $"{name} at {client.Origin}: {reason}", problem));

    /// <summary>Hands out the outcome.</summary>
    public void Finish()
    {
        _pieces?.Dispose();
        _pieces = null;
        Complete(_failure);
    }

    /// <summary>The caller has given up; the server is told.</summary>
    protected void Abandon() => Volatile.Read(ref _connection)?.Abandon(this);

    /// <summary>Keeps the message of the answer.</summary>
    protected abstract void Parse(ReadOnlySpan<byte> message);

    /// <summary>Gives the caller the message, or the failure.</summary>
    protected abstract void Complete(GrpcException? failure);

    private void Add(ReadOnlySpan<byte> data)
    {
        if (_hasMessage)
        {
            throw new GrpcException(GrpcStatusCode.Internal, $"{name} was answered with more than one message");
        }

        // Most answers come whole.
        if (_pieces is null && data.Length >= GrpcFraming.HeaderBytes && data.Length == GrpcFraming.HeaderBytes + GrpcFraming.ReadHeader(data))
        {
            Keep(data[GrpcFraming.HeaderBytes..]);
            return;
        }

        _pieces ??= new();
        if (_pieces.Add(data))
        {
            Keep(_pieces.Message);
            _pieces.Dispose();
            _pieces = null;
        }
    }

    private void Keep(ReadOnlySpan<byte> message)
    {
        Parse(message);
        _hasMessage = true;
    }

    private void OnEnd()
    {
        HasOutcome = true;
        _failure = _status switch
        {
            GrpcStatusCode.OK when _pieces is not null => new(GrpcStatusCode.Internal, "the stream ended inside a message"),
            GrpcStatusCode.OK when !_hasMessage => new(GrpcStatusCode.Internal, $"{name} was answered without a message"),
            GrpcStatusCode.OK => null,
            { } status => new(status, _detail),
            null => new(GrpcStatusCode.Unknown, $"{name} was answered without a status"),
        };
    }

    private void Fail(GrpcException failure) => (HasOutcome, _failure) = (true, failure);

    private GrpcException? Refusal(ResponseHead head)
    {
        if (head.Status != 200)
        {
            var status = head.Status switch
            {
                400 => GrpcStatusCode.Internal,
                401 => GrpcStatusCode.Unauthenticated,
                403 => GrpcStatusCode.PermissionDenied,
                404 => GrpcStatusCode.Unimplemented,
                429 or 502 or 503 or 504 => GrpcStatusCode.Unavailable,
                _ => GrpcStatusCode.Unknown,
            };
            return new(status, $"{name} was answered with HTTP status {head.Status}");
        }

        return head.ContentType.StartsWith(GrpcFraming.ContentType, StringComparison.OrdinalIgnoreCase)
            ? null
            : new(GrpcStatusCode.Unknown, $"{name} was answered with '{head.ContentType}' instead of '{GrpcFraming.ContentType}'");
    }
}
