using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Google.Protobuf;
using Platform.Protocol;
using Platform.Protocol.Http2;
using Platform.Protocol.Http2.Headers;

namespace Platform.Tests.Sdk.Protocol.Http2;

/// <summary>The bare socket of a server: tests write every frame themselves.</summary>
internal sealed class RawServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public RawServer()
    {
        _listener.Start();
        Client = new(_listener.LocalEndpoint.ToString()!);
    }

    public GrpcClient Client { get; }

    /// <summary>Waits for a connection and answers its preface with settings.</summary>
    public async Task<Connection> AcceptAsync(params (int Setting, uint Value)[] settings)
    {
        var connection = await AcceptSilentlyAsync();
        await connection.SendAsync(FrameType.Settings, 0, 0, Settings(settings));
        return connection;
    }

    /// <summary>Waits for a connection and its preface.</summary>
    public async Task<Connection> AcceptSilentlyAsync()
    {
        var connection = new Connection(await _listener.AcceptSocketAsync().WaitAsync(Patience));
        Assert.Equal("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", Encoding.ASCII.GetString(await connection.ReadAsync(24)));
        return connection;
    }

    public void Dispose()
    {
        Client.Dispose();
        _listener.Dispose();
    }

    public static byte[] Settings(params (int Setting, uint Value)[] settings)
    {
        var payload = new byte[settings.Length * 6];
        for (var i = 0; i < settings.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(payload.AsSpan(i * 6), (ushort)settings[i].Setting);
            BinaryPrimitives.WriteUInt32BigEndian(payload.AsSpan((i * 6) + 2), settings[i].Value);
        }

        return payload;
    }

    /// <summary>A frame from the client.</summary>
    public sealed record Frame(FrameType Type, FrameFlags Flags, int Stream, byte[] Payload)
    {
        public uint Number(int from = 0) => BinaryPrimitives.ReadUInt32BigEndian(Payload.AsSpan(from));
    }

    public sealed class Connection(Socket socket) : IDisposable
    {
        /// <summary>Lines that begin an ordinary answer.</summary>
        public static readonly byte[] Head = new HeaderBlock().Add(8).Add(HeaderBlock.ContentType, "application/grpc").ToArray();

        /// <summary>Lines that end an ordinary answer.</summary>
        public static readonly byte[] Trailers = new HeaderBlock().Add("grpc-status", "0").ToArray();

        public static byte[] Framed(IMessage message) => [0, .. Number(message.CalculateSize()), .. message.ToByteArray()];

        public static byte[] Number(int value)
        {
            var octets = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(octets, value);
            return octets;
        }

        public async Task<byte[]> ReadAsync(int count)
        {
            var buffer = new byte[count];
            for (var read = 0; read < count;)
            {
                var more = await socket.ReceiveAsync(buffer.AsMemory(read)).AsTask().WaitAsync(Patience);
                Assert.NotEqual(0, more);
                read += more;
            }

            return buffer;
        }

        /// <summary>The next frame of a type; others are passed over.</summary>
        public async Task<Frame> NextAsync(FrameType type)
        {
            while (true)
            {
                var header = FrameHeader.Read(await ReadAsync(FrameHeader.Bytes));
                var payload = await ReadAsync(header.Length);
                if (header.Type == type)
                {
                    return new(header.Type, header.Flags, header.Stream, payload);
                }
            }
        }

        /// <summary>Waits for a request's headers and tells its stream.</summary>
        public async Task<int> RequestAsync() => (await NextAsync(FrameType.Headers)).Stream;

        public async Task EndAsync()
        {
            var buffer = new byte[1024];
            while (await socket.ReceiveAsync(buffer.AsMemory()).AsTask().WaitAsync(Patience) > 0)
            {
            }
        }

        public Task SendAsync(FrameType type, FrameFlags flags, int stream, params byte[] payload) => SendAsync(Bytes(type, flags, stream, payload));

        public async Task SendAsync(byte[] octets) => await socket.SendAsync(octets).WaitAsync(Patience);

        public Task AnswerAsync(int stream, IMessage message) => SendAsync(Answer(stream, message));

        public static byte[] Answer(int stream, IMessage message) =>
        [
            .. Bytes(FrameType.Headers, FrameFlags.EndHeaders, stream, Head),
            .. Bytes(FrameType.Data, 0, stream, Framed(message)),
            .. Bytes(FrameType.Headers, FrameFlags.EndHeaders | FrameFlags.EndStream, stream, Trailers),
        ];

        public static byte[] Bytes(FrameType type, FrameFlags flags, int stream, byte[] payload)
        {
            var frame = new byte[FrameHeader.Bytes + payload.Length];
            new FrameHeader(payload.Length, type, flags, stream).Write(frame);
            payload.CopyTo(frame, FrameHeader.Bytes);
            return frame;
        }

        public void Dispose() => socket.Dispose();
    }
}
