using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Platform.Tests.Tools.Fuzz;

/// <summary>Posts bytes to a gRPC server as they are and returns the status and message it answers with.</summary>
internal sealed class RawClient(string address) : IDisposable
{
    /// <summary>Longer than any honest answer takes: what exceeds it counts as a hang.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _client = new(new SocketsHttpHandler { EnableMultipleHttp2Connections = true }) { Timeout = Patience };

    /// <summary>The gRPC status, 0 to 16, and its message.</summary>
    /// <exception cref="InvalidDataException">The answer is not one of gRPC.</exception>
    public async Task<(int Status, string Message)> PostAsync(string path, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{address}{path}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
        };
        using var response = await _client.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
        var status = Header(response, "grpc-status");
        return int.TryParse(status, CultureInfo.InvariantCulture, out var code) && code is >= 0 and <= 16
            ? (code, Uri.UnescapeDataString(Header(response, "grpc-message") ?? ""))
            : throw new InvalidDataException($"{path} answered HTTP {(int)response.StatusCode} with the gRPC status '{status}'");
    }

    public void Dispose() => _client.Dispose();

    private static string? Header(HttpResponseMessage response, string name) =>
        response.TrailingHeaders.TryGetValues(name, out var values) || response.Headers.TryGetValues(name, out values) ? values.Single() : null;
}
