using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Google.Protobuf;

namespace Platform.Protocol;

/// <summary>The bytes around a message: a flag, a big-endian length, and percent-encoded status text.</summary>
internal static class GrpcFraming
{
    public const string ContentType = "application/grpc";
    public const int HeaderBytes = 5;

    /// <summary>Largest message sent or accepted: 400 MiB, the limit of Pulumi's own SDKs and engine.</summary>
    public const int MaxMessageBytes = 400 * 1024 * 1024;

    // A Value inside a Struct costs three levels; protobuf's default of 100 would refuse values nested 34 deep.
    private const int RecursionLimit = 1_000;

    /// <summary>Bytes of the message without its header; refused here rather than by the peer if there are too many.</summary>
    public static int SizeOf(IMessage message)
    {
        var size = message.CalculateSize();
        return size <= MaxMessageBytes
            ? size
            : throw new GrpcException(
                GrpcStatusCode.ResourceExhausted,
                $"{message.Descriptor.Name} has {size} bytes, more than the {MaxMessageBytes} that a message may have");
    }

    /// <summary>Writes header and message into <paramref name="target"/>, which has exactly the room for both.</summary>
    public static void Write(IMessage message, Span<byte> target)
    {
        target[0] = 0;
        BinaryPrimitives.WriteUInt32BigEndian(target[1..], (uint)(target.Length - HeaderBytes));
        message.WriteTo(target[HeaderBytes..]);
    }

    /// <summary>Reads how many bytes the message after the header has.</summary>
    /// <exception cref="GrpcException">It is compressed or too large.</exception>
    public static int ReadHeader(ReadOnlySpan<byte> header)
    {
        if (header[0] != 0)
        {
            throw new GrpcException(GrpcStatusCode.Unimplemented, "compressed messages are not supported");
        }

        var size = BinaryPrimitives.ReadUInt32BigEndian(header[1..]);
        return size <= MaxMessageBytes
            ? (int)size
            : throw new GrpcException(
                GrpcStatusCode.ResourceExhausted,
                $"a message of {size} bytes was announced, more than the {MaxMessageBytes} that a message may have");
    }

    /// <summary>Reads a message without its header.</summary>
    /// <exception cref="GrpcException">The bytes are no such message.</exception>
    public static T Parse<T>(ReadOnlySpan<byte> message, MessageParser<T> parser)
        where T : class, IMessage<T>
    {
        try
        {
            return parser.ParseFrom(message);
        }
        catch (InvalidProtocolBufferException)
        {
            // Perhaps only nested too deep for a parser with default limits; one with others costs a buffer of its own.
        }

        try
        {
            using var stream = new MemoryStream(message.ToArray(), writable: false);
            using var input = CodedInputStream.CreateWithLimits(stream, int.MaxValue, RecursionLimit);
            return parser.ParseFrom(input);
        }
        catch (InvalidProtocolBufferException problem)
        {
            throw new GrpcException(GrpcStatusCode.Internal, $"the bytes are no message of the expected type: {problem.Message}", problem);
        }
    }

    /// <summary>Reads one framed message; <c>null</c> if the stream ends before the first byte.</summary>
    public static async Task<T?> ReadAsync<T>(Stream body, MessageParser<T> parser, CancellationToken cancellationToken)
        where T : class, IMessage<T>
    {
        var header = new byte[HeaderBytes];
        var read = await body.ReadAtLeastAsync(header, HeaderBytes, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        if (read == 0)
        {
            return null;
        }

        if (read < HeaderBytes)
        {
            throw new GrpcException(GrpcStatusCode.Internal, "the stream ended inside a message header");
        }

        var size = ReadHeader(header);
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            await body.ReadExactlyAsync(buffer.AsMemory(0, size), cancellationToken).ConfigureAwait(false);
            return Parse(buffer.AsSpan(0, size), parser);
        }
        catch (EndOfStreamException problem)
        {
            throw new GrpcException(GrpcStatusCode.Internal, $"the stream ended inside a message of {size} bytes", problem);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Escapes only what the protocol wants escaped; clients undo no more than that.</summary>
    public static string PercentEncode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            if (octet is >= 0x20 and <= 0x7E and not (byte)'%')
            {
                encoded.Append((char)octet);
            }
            else
            {
                encoded.Append('%').Append(octet.ToString("X2", null));
            }
        }

        return encoded.ToString();
    }

    /// <summary>Undoes <see cref="PercentEncode"/>; a stray per cent sign stays as it is.</summary>
    public static string PercentDecode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var octets = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                octets.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                octets.AddRange(Encoding.UTF8.GetBytes(text, i, 1));
            }
        }

        return Encoding.UTF8.GetString([.. octets]);
    }
}
