using System.Buffers;

namespace Platform.Protocol.Http2;

/// <summary>Puts a framed message together that comes in several pieces.</summary>
internal sealed class MessageAssembler : IDisposable
{
    // A peer may announce what it never sends; the room grows with what is there.
    private const int FirstBytes = 64 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBytes);
    private int _count;

    /// <summary>The message once all of it is there.</summary>
    public ReadOnlySpan<byte> Message => _buffer.AsSpan(GrpcFraming.HeaderBytes, _count - GrpcFraming.HeaderBytes);

    /// <summary>Takes the next piece.</summary>
    /// <returns>Whether the message is complete.</returns>
    /// <exception cref="GrpcException">It is too large, compressed, or goes on beyond its end.</exception>
    public bool Add(ReadOnlySpan<byte> piece)
    {
        if (_buffer.Length - _count < piece.Length)
        {
            Grow(_count + piece.Length);
        }

        piece.CopyTo(_buffer.AsSpan(_count));
        _count += piece.Length;
        if (_count < GrpcFraming.HeaderBytes)
        {
            return false;
        }

        var size = GrpcFraming.HeaderBytes + GrpcFraming.ReadHeader(_buffer);
        return _count <= size
            ? _count == size
            : throw new GrpcException(GrpcStatusCode.Internal, "the answer has more than one message");
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Grow(int least)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(2L * _buffer.Length, least), Array.MaxLength));
        _buffer.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
