using System.Buffers.Text;
using System.Text;

namespace Platform.Protocol.Http2.Headers;

/// <summary>What a call needs of the headers or trailers of its answer.</summary>
internal sealed class ResponseHead : IHeaderReader
{
    /// <summary>The status of HTTP; 0 in trailers.</summary>
    public int Status { get; private set; }

    /// <summary>The type of the content; empty in trailers.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>The status of the call; null while it is open.</summary>
    public GrpcStatusCode? GrpcStatus { get; private set; }

    /// <summary>What the server says about the status, decoded.</summary>
    public string GrpcMessage { get; private set; } = "";

    public void Clear() => (Status, ContentType, GrpcStatus, GrpcMessage) = (0, "", null, "");

    public void OnHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (name.SequenceEqual(":status"u8))
        {
            Status = Utf8Parser.TryParse(value, out int status, out var length) && length == value.Length ? status : 0;
        }
        else if (name.SequenceEqual("content-type"u8))
        {
            // The usual one is not worth a text for every answer.
            ContentType = value.SequenceEqual("application/grpc"u8) ? GrpcFraming.ContentType : Encoding.Latin1.GetString(value);
        }
        else if (name.SequenceEqual("grpc-status"u8))
        {
            GrpcStatus = Utf8Parser.TryParse(value, out int status, out var length) && length == value.Length
                ? (GrpcStatusCode)status
                : GrpcStatusCode.Unknown;
        }
        else if (name.SequenceEqual("grpc-message"u8))
        {
            GrpcMessage = GrpcFraming.PercentDecode(Encoding.Latin1.GetString(value));
        }
    }
}
