using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace Platform.Protocol;

/// <summary>Unary calls to one gRPC server over one clear-text HTTP/2 connection.</summary>
/// <remarks>
/// A call has no deadline: registering a resource may take an hour. It ends with an answer, with the caller's
/// cancellation, or with the loss of the connection. Safe for concurrent use.
/// </remarks>
public sealed class GrpcClient : IDisposable
{
    // A flow-control window that lets an ordinary answer pass without waiting for the reader.
    private const int StreamWindowBytes = 1024 * 1024;

    private readonly ConcurrentDictionary<string, Uri> _addresses = new(StringComparer.Ordinal);   // parsing one costs more than a call's headers
    private readonly HttpMessageInvoker _http;
    private readonly string _origin;
    private readonly IReadOnlyList<KeyValuePair<string, string>> _metadata;

    /// <summary>Prepares a client; the connection is made by the first call.</summary>
    /// <param name="address">The server as <c>host:port</c>.</param>
    /// <param name="metadata">Headers sent with every call, such as <c>traceparent</c>.</param>
    /// <param name="onClosed">
    /// Called when the server closes a connection or goes away, also while no call is under way. It may be only idle: a
    /// call tells.
    /// </param>
    public GrpcClient(string address, IReadOnlyList<KeyValuePair<string, string>>? metadata = null, Action? onClosed = null)
    {
        _origin = $"http://{address}";
        _metadata = metadata ?? [];
        _http = new HttpMessageInvoker(
            new SocketsHttpHandler
            {
                UseProxy = false,
                UseCookies = false,
                AllowAutoRedirect = false,
                ActivityHeadersPropagator = null,
                ConnectTimeout = TimeSpan.FromSeconds(30),
                EnableMultipleHttp2Connections = true,
                InitialHttp2StreamWindowSize = StreamWindowBytes,
                ConnectCallback = onClosed is null ? null : (context, cancellation) => WatchedStream.ConnectAsync(context.DnsEndPoint, onClosed, cancellation),
            },
            disposeHandler: true);
    }

    /// <summary>Sends one request and returns its answer.</summary>
    /// <exception cref="GrpcException">The server answered with an error, or could not be reached.</exception>
    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, TRequest request, CancellationToken cancellationToken = default)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        ArgumentNullException.ThrowIfNull(method);
        using var message = new HttpRequestMessage(HttpMethod.Post, AddressOf(method.Path))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new FramedContent(request),
        };
        message.Headers.TryAddWithoutValidation("TE", "trailers");
        foreach (var (name, value) in _metadata)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var response = await _http.SendAsync(message, cancellationToken).ConfigureAwait(false);
            return await ReadAsync(response, method, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException problem) when (problem.InnerException is GrpcException own)
        {
            throw own;
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            throw new GrpcException(GrpcStatusCode.Unavailable, $"{method.Path[1..]} at {_origin}: {Innermost(problem).Message}", problem);
        }
    }

    /// <summary>Closes the connection; calls in flight end with <see cref="GrpcStatusCode.Unavailable"/>.</summary>
    public void Dispose() => _http.Dispose();

    private Uri AddressOf(string path) => _addresses.GetOrAdd(path, static (path, origin) => new(origin + path), _origin);

    private static async Task<TResponse> ReadAsync<TRequest, TResponse>(
        HttpResponseMessage response, GrpcMethod<TRequest, TResponse> method, CancellationToken cancellationToken)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new GrpcException(GrpcStatusCode.Unavailable, $"{method.Path[1..]} was answered with HTTP status {(int)response.StatusCode}");
        }

        TResponse? answer = null;
        var trailersOnly = response.Headers.Contains("grpc-status");
        if (!trailersOnly)
        {
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (body.ConfigureAwait(false))
            {
                answer = await GrpcFraming.ReadAsync(body, method.ResponseParser, cancellationToken).ConfigureAwait(false);
                await body.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);   // trailers come only after the body's end
            }
        }

        var headers = trailersOnly ? response.Headers : response.TrailingHeaders;
        var status = int.TryParse(Header(headers, "grpc-status"), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? (GrpcStatusCode)code
            : GrpcStatusCode.Unknown;
        if (status != GrpcStatusCode.OK)
        {
            throw new GrpcException(status, GrpcFraming.PercentDecode(Header(headers, "grpc-message") ?? ""));
        }

        return answer ?? throw new GrpcException(GrpcStatusCode.Internal, $"{method.Path[1..]} was answered without a message");
    }

    private static string? Header(HttpHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.First() : null;

    private static Exception Innermost(Exception problem) =>
        problem.InnerException is { } inner ? Innermost(inner) : problem;

    private sealed class FramedContent : HttpContent
    {
        private static readonly MediaTypeHeaderValue Grpc = new(GrpcFraming.ContentType);

        private readonly IMessage _message;
        private readonly int _length;

        public FramedContent(IMessage message)
        {
            _message = message;
            _length = GrpcFraming.HeaderBytes + GrpcFraming.SizeOf(message);
            Headers.ContentType = Grpc;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            var buffer = ArrayPool<byte>.Shared.Rent(_length);
            try
            {
                GrpcFraming.Write(_message, buffer.AsSpan(0, _length));
                await stream.WriteAsync(buffer.AsMemory(0, _length), cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _length;
            return true;
        }
    }
}
