using Google.Protobuf;
using Platform.Protocol;

namespace Pulumi;

/// <summary>Packages announced to the engine, each once.</summary>
internal sealed class PackageRegistry(IMonitor monitor, Features features)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task<string>> _references = new(StringComparer.Ordinal);

    /// <summary>The engine's reference for a package; empty if there is no request or the engine needs none.</summary>
    public ValueTask<string> ReferenceAsync(RegisterPackageRequest? request)
    {
        if (request is null)
        {
            return new("");
        }

        var key = string.Join('\0', request.Name, request.Version, request.DownloadUrl, KeyOf(request.Parameterization));
        Task<string>? reference;
        lock (_gate)
        {
            if (!_references.TryGetValue(key, out reference))
            {
                _references[key] = reference = RegisterAsync(request);
            }
        }

        return new(reference);
    }

    private static string KeyOf(RegisterPackageRequest.PackageParameterization? parameterization) => parameterization is null
        ? ""
        : string.Join('\0', parameterization.Name, parameterization.Version, Convert.ToBase64String(parameterization.Value));

    private async Task<string> RegisterAsync(RegisterPackageRequest request)
    {
        var message = new Platform.Protocol.RegisterPackageRequest
        {
            Name = request.Name,
            Version = request.Version,
            DownloadUrl = request.DownloadUrl,
        };
        foreach (var (platform, checksum) in request.Checksums)
        {
            message.Checksums[platform] = ByteString.CopyFrom(checksum);
        }

        if (request.Parameterization is { } parameterization)
        {
            await features.RequireAsync(Feature.Parameterization, "parameterization").ConfigureAwait(false);
            message.Parameterization = new()
            {
                Name = parameterization.Name,
                Version = parameterization.Version,
                Value = ByteString.CopyFrom(parameterization.Value),
            };
            return await monitor.RegisterPackageAsync(message).ConfigureAwait(false);
        }

        try
        {
            return await monitor.RegisterPackageAsync(message).ConfigureAwait(false);
        }
        catch (GrpcException)
        {
            // Without a parameter the type token says it all: an engine that cannot register packages needs none.
            return "";
        }
    }
}
