using System.Buffers.Binary;
using Platform.Protocol.Http2.Headers;

namespace Platform.Protocol.Http2;

/// <summary>Frames one after the other, to be sent together. Not safe for concurrent use.</summary>
internal sealed class FrameWriter
{
    private const int UsualBytes = 16 * 1024;
    private const int MostKeptBytes = 1024 * 1024;

    private byte[] _buffer = new byte[UsualBytes];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, Length);

    /// <summary>Forgets the frames, and a buffer that one burst made large.</summary>
    public void Clear()
    {
        Length = 0;
        if (_buffer.Length > MostKeptBytes)
        {
            _buffer = new byte[UsualBytes];
        }
    }

    /// <summary>What a client begins with: the preface, its settings, and a window for the whole connection.</summary>
    public void Preface(int streamWindow, int connectionWindow)
    {
        Take("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8);
        var settings = Begin(FrameType.Settings, FrameFlags.None, stream: 0, length: 12);
        Set(settings, Setting.EnablePush, 0);
        Set(settings[6..], Setting.InitialWindowSize, streamWindow);
        WindowUpdate(stream: 0, connectionWindow - Http2Connection.DefaultWindow);

        static void Set(Span<byte> target, Setting setting, int value)
        {
            BinaryPrimitives.WriteUInt16BigEndian(target, (ushort)setting);
            BinaryPrimitives.WriteInt32BigEndian(target[2..], value);
        }
    }

    /// <summary>Begins a request; its headers must fit into one frame.</summary>
    /// <param name="stream">The request's stream.</param>
    /// <param name="isFirst">Whether it is the connection's first.</param>
    /// <param name="beginning">The first lines, already encoded.</param>
    /// <param name="rest">The other lines, already encoded.</param>
    public void Headers(int stream, bool isFirst, ReadOnlySpan<byte> beginning, ReadOnlySpan<byte> rest)
    {
        var length = (isFirst ? 1 : 0) + beginning.Length + rest.Length;
        var target = Begin(FrameType.Headers, FrameFlags.EndHeaders, stream, length);
        if (isFirst)
        {
            target[0] = HeaderBlock.NoTable;
            target = target[1..];
        }

        beginning.CopyTo(target);
        rest.CopyTo(target[beginning.Length..]);
    }

    public void Data(int stream, ReadOnlySpan<byte> data, bool isLast) =>
        data.CopyTo(Begin(FrameType.Data, isLast ? FrameFlags.EndStream : FrameFlags.None, stream, data.Length));

    public void SettingsAck() => Begin(FrameType.Settings, FrameFlags.Ack, stream: 0, length: 0);

    public void PingAck(ReadOnlySpan<byte> payload) => payload.CopyTo(Begin(FrameType.Ping, FrameFlags.Ack, stream: 0, payload.Length));

    public void WindowUpdate(int stream, int increment) =>
        BinaryPrimitives.WriteInt32BigEndian(Begin(FrameType.WindowUpdate, FrameFlags.None, stream, length: 4), increment);

    public void Reset(int stream, Http2Error error) =>
        BinaryPrimitives.WriteUInt32BigEndian(Begin(FrameType.Reset, FrameFlags.None, stream, length: 4), (uint)error);

    /// <summary>Ends the connection; a client has no streams of the server's to speak of.</summary>
    public void GoAway(Http2Error error)
    {
        var payload = Begin(FrameType.GoAway, FrameFlags.None, stream: 0, length: 8);
        payload[..4].Clear();
        BinaryPrimitives.WriteUInt32BigEndian(payload[4..], (uint)error);
    }

    private Span<byte> Begin(FrameType type, FrameFlags flags, int stream, int length)
    {
        var target = Take(FrameHeader.Bytes + length);
        new FrameHeader(length, type, flags, stream).Write(target);
        return target[FrameHeader.Bytes..];
    }

    private void Take(ReadOnlySpan<byte> octets) => octets.CopyTo(Take(octets.Length));

    private Span<byte> Take(int count)
    {
        if (_buffer.Length - Length < count)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, Length + count));
        }

        var room = _buffer.AsSpan(Length, count);
        Length += count;
        return room;
    }
}
