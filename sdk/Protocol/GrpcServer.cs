using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Google.Protobuf;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Platform.Protocol;

/// <summary>A gRPC server for unary methods on a free port of 127.0.0.1, clear-text HTTP/2.</summary>
/// <remarks>
/// Kestrel alone, without a host: no configuration, no logging, no signal handlers, and a start in milliseconds.
/// A handler that throws answers with the exception's message and status <see cref="GrpcStatusCode.Unknown"/>;
/// <see cref="GrpcException"/> chooses another status.
/// </remarks>
public sealed class GrpcServer : IAsyncDisposable
{
    private readonly Dictionary<string, Func<IFeatureCollection, Task>> _handlers = [];
    private Socket? _listener;
    private KestrelServer? _server;

    /// <summary>Serves a method. All methods are declared before <see cref="StartAsync"/>.</summary>
    public GrpcServer Handle<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, Func<TRequest, CancellationToken, Task<TResponse>> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(handler);
        _handlers.Add(method.Path, call => ServeAsync(call, method, handler));
        return this;
    }

    /// <summary>
    /// Takes a free port and returns the address as <c>127.0.0.1:port</c>. From here on a client can connect; it is answered once the
    /// server has started.
    /// </summary>
    public string Listen()
    {
        if (_listener is not null)
        {
            throw new InvalidOperationException("the server listens already");
        }

        _listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        return _listener.LocalEndPoint!.ToString()!;
    }

    /// <summary>Starts serving, on the port of <see cref="Listen"/> or on a new one, and returns the address as <c>127.0.0.1:port</c>.</summary>
    public async Task<string> StartAsync(CancellationToken cancellationToken = default)
    {
        var address = _listener?.LocalEndPoint!.ToString() ?? Listen();
        var options = new KestrelServerOptions();
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Limits.Http2.MaxStreamsPerConnection = int.MaxValue;   // a registration may wait for another one
        options.Limits.Http2.InitialStreamWindowSize = 1024 * 1024;
        options.Limits.Http2.InitialConnectionWindowSize = 16 * 1024 * 1024;
        options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);

        var sockets = new SocketTransportOptions { CreateBoundListenSocket = _ => _listener! };
        var transport = new SocketTransportFactory(Options.Create(sockets), NullLoggerFactory.Instance);
        _server = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        await _server.StartAsync(new Application(_handlers.ToFrozenDictionary()), cancellationToken).ConfigureAwait(false);
        return address;
    }

    /// <summary>Stops listening and drops open connections after a second.</summary>
    public async ValueTask DisposeAsync()
    {
        using var listener = Interlocked.Exchange(ref _listener, null);
        if (_server is not { } server)
        {
            return;
        }

        _server = null;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await server.StopAsync(patience.Token).ConfigureAwait(false);
        server.Dispose();
    }

    private static async Task ServeAsync<TRequest, TResponse>(
        IFeatureCollection call, GrpcMethod<TRequest, TResponse> method, Func<TRequest, CancellationToken, Task<TResponse>> handler)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        var aborted = call.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted;
        var body = call.GetRequiredFeature<IHttpRequestFeature>().Body;
        var request = await GrpcFraming.ReadAsync(body, method.RequestParser, aborted).ConfigureAwait(false)
            ?? throw new GrpcException(GrpcStatusCode.Internal, "the request has no message");
        var response = await handler(request, aborted).ConfigureAwait(false);
        var writer = call.GetRequiredFeature<IHttpResponseBodyFeature>().Writer;
        var length = GrpcFraming.HeaderBytes + GrpcFraming.SizeOf(response);
        GrpcFraming.Write(response, writer.GetSpan(length)[..length]);
        writer.Advance(length);
        await writer.FlushAsync(aborted).ConfigureAwait(false);
    }

    private sealed class Application(FrozenDictionary<string, Func<IFeatureCollection, Task>> handlers) : IHttpApplication<IFeatureCollection>
    {
        public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

        public async Task ProcessRequestAsync(IFeatureCollection context)
        {
            var response = context.GetRequiredFeature<IHttpResponseFeature>();
            response.Headers.ContentType = GrpcFraming.ContentType;
            var (status, detail) = await StatusOfAsync(context).ConfigureAwait(false);

            // Once the body has started the status can only follow it; before that, headers alone carry it.
            var trailers = context.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers;
            var target = response.HasStarted ? trailers : response.Headers;
            target["grpc-status"] = ((int)status).ToString(CultureInfo.InvariantCulture);
            if (detail.Length > 0)
            {
                target["grpc-message"] = GrpcFraming.PercentEncode(detail);
            }
        }

        public void DisposeContext(IFeatureCollection context, Exception? exception)
        {
        }

        private async Task<(GrpcStatusCode Status, string Detail)> StatusOfAsync(IFeatureCollection context)
        {
            var path = context.GetRequiredFeature<IHttpRequestFeature>().Path;
            try
            {
                if (!handlers.TryGetValue(path, out var serve))
                {
                    return (GrpcStatusCode.Unimplemented, $"no method {path}");
                }

                await serve(context).ConfigureAwait(false);
                return (GrpcStatusCode.OK, "");
            }
            catch (GrpcException problem)
            {
                return (problem.StatusCode, problem.Detail);
            }
            catch (OperationCanceledException)
            {
                return (GrpcStatusCode.Cancelled, "the call was cancelled");
            }
#pragma warning disable CA1031 // Whatever a handler throws belongs to its caller, not to the server.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                return (GrpcStatusCode.Unknown, problem.Message);
            }
        }
    }
}
