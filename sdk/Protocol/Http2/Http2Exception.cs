namespace Platform.Protocol.Http2;

/// <summary>Error codes of RFC 9113, section 7.</summary>
internal enum Http2Error : uint
{
    NoError = 0x0,
    ProtocolError = 0x1,
    InternalError = 0x2,
    FlowControlError = 0x3,
    FrameSizeError = 0x6,
    RefusedStream = 0x7,
    Cancel = 0x8,
    CompressionError = 0x9,
    EnhanceYourCalm = 0xb,
    InadequateSecurity = 0xc,
}

/// <summary>The peer broke the protocol in a way that ends the connection.</summary>
internal sealed class Http2Exception(Http2Error error, string message) : Exception(message)
{
    /// <summary>What the peer is told.</summary>
    public Http2Error Error { get; } = error;
}
