using System.Security.Cryptography;
using Google.Protobuf;
using Platform.Protocol;

namespace Platform.Engine.Monitor;

/// <summary>A package a program registered: which plugin serves its types, and from where.</summary>
/// <param name="Reference">What requests name it by: the same package always has the same reference, whoever registers it and when.</param>
/// <param name="Version">The version its resources are recorded with; a parameterized package has one of its own.</param>
/// <param name="DownloadUrl">Where the plugin is to be downloaded from; empty for the default.</param>
internal sealed record Package(string Reference, string Version, string DownloadUrl)
{
    /// <exception cref="GrpcException">It has no name.</exception>
    public static Package Of(RegisterPackageRequest request)
    {
        if (request.Name.Length == 0 || request.Parameterization is { Name.Length: 0 })
        {
            throw new GrpcException(GrpcStatusCode.InvalidArgument, "a package needs a name, and a parameterized one a name of its own as well");
        }

        // The parameter may have hundreds of megabytes; it is hashed on its way and not kept.
        using var hash = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            request.WriteTo(stream);
        }

        return new(Convert.ToHexStringLower(hash.Hash!)[..32], request.Parameterization?.Version ?? request.Version, request.DownloadUrl);
    }
}
