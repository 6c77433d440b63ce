using System.Buffers;
using Platform.Protocol.Http2.Headers;

namespace Platform.Protocol.Http2;

/// <content>Headers and trailers of answers, which may go on in further frames.</content>
internal sealed partial class Http2Connection
{
    private const int MaxHeaderBytes = 16 * 1024 * 1024;

    private readonly HpackDecoder _headers = new();
    private readonly ResponseHead _head = new();
    private ArrayBufferWriter<byte>? _block;   // headers that go on in another frame
    private FrameHeader _blockBegin;

    private void TakeBlock(FrameHeader header, ReadOnlySpan<byte> fragment)
    {
        if (header.Has(FrameFlags.EndHeaders))
        {
            TakeHeaders(header, fragment);
            return;
        }

        _blockBegin = header;
        _block = new();
        _block.Write(fragment);
    }

    private void ContinueBlock(FrameHeader header, ReadOnlySpan<byte> fragment)
    {
        var block = _block ?? throw new Http2Exception(Http2Error.ProtocolError, "headers go on that never began");
        block.Write(fragment);
        if (block.WrittenCount > MaxHeaderBytes)
        {
            throw new Http2Exception(Http2Error.EnhanceYourCalm, $"headers have more than {MaxHeaderBytes} bytes");
        }

        if (header.Has(FrameFlags.EndHeaders))
        {
            _block = null;
            TakeHeaders(_blockBegin, block.WrittenSpan);
        }
    }

    private void TakeHeaders(FrameHeader header, ReadOnlySpan<byte> block)
    {
        _head.Clear();
        _headers.Decode(block, _head);   // also for a call that is gone: later headers refer to these
        if (Find(header.Stream) is { } call)
        {
            call.OnHeaders(_head, header.Has(FrameFlags.EndStream));
            Deliver(call, header);
        }
    }
}
