using System.Buffers.Binary;

namespace Platform.Protocol.Http2;

/// <summary>Kinds of frames (RFC 9113, section 6). A frame of another kind is ignored.</summary>
internal enum FrameType : byte
{
    Data = 0x0,
    Headers = 0x1,
    Priority = 0x2,
    Reset = 0x3,
    Settings = 0x4,
    PushPromise = 0x5,
    Ping = 0x6,
    GoAway = 0x7,
    WindowUpdate = 0x8,
    Continuation = 0x9,
}

/// <summary>Flags of frames; what a bit means depends on the kind.</summary>
[Flags]
internal enum FrameFlags : byte
{
    None = 0,
    EndStream = 0x1,
    Ack = EndStream,   // of SETTINGS and PING, which belong to no stream
    EndHeaders = 0x4,
    Padded = 0x8,
    HasPriority = 0x20,
}

/// <summary>Parameters of SETTINGS frames (RFC 9113, section 6.5.2).</summary>
internal enum Setting
{
    EnablePush = 0x2,
    MaxConcurrentStreams = 0x3,
    InitialWindowSize = 0x4,
    MaxFrameSize = 0x5,
}

/// <summary>The nine octets before a frame's payload.</summary>
internal readonly record struct FrameHeader(int Length, FrameType Type, FrameFlags Flags, int Stream)
{
    public const int Bytes = 9;

    /// <summary>The largest payload that everybody accepts; we announce no other.</summary>
    public const int DefaultMaxLength = 16 * 1024;

    public static FrameHeader Read(ReadOnlySpan<byte> octets) => new(
        (octets[0] << 16) | BinaryPrimitives.ReadUInt16BigEndian(octets[1..]),
        (FrameType)octets[3],
        (FrameFlags)octets[4],
        BinaryPrimitives.ReadInt32BigEndian(octets[5..]) & int.MaxValue);

    public void Write(Span<byte> target)
    {
        target[0] = (byte)(Length >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(target[1..], (ushort)Length);
        target[3] = (byte)Type;
        target[4] = (byte)Flags;
        BinaryPrimitives.WriteInt32BigEndian(target[5..], Stream);
    }

    public bool Has(FrameFlags flag) => (Flags & flag) != 0;
}
