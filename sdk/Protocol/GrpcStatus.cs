namespace Platform.Protocol;

/// <summary>Status codes of gRPC that this project sends or reacts to; others keep their number.</summary>
public enum GrpcStatusCode
{
    /// <summary>The call succeeded.</summary>
    OK = 0,

    /// <summary>The caller gave up.</summary>
    Cancelled = 1,

    /// <summary>The handler failed without saying more.</summary>
    Unknown = 2,

    /// <summary>The request cannot be served as it is.</summary>
    InvalidArgument = 3,

    /// <summary>The peer does not let this caller do that.</summary>
    PermissionDenied = 7,

    /// <summary>The message is larger than <see cref="GrpcFraming.MaxMessageBytes"/>.</summary>
    ResourceExhausted = 8,

    /// <summary>The system is not in the state the call needs.</summary>
    FailedPrecondition = 9,

    /// <summary>The peer does not know the method, or a feature of the framing.</summary>
    Unimplemented = 12,

    /// <summary>A broken invariant, or bytes that are no message.</summary>
    Internal = 13,

    /// <summary>No connection, or it was lost.</summary>
    Unavailable = 14,

    /// <summary>The peer does not know who calls.</summary>
    Unauthenticated = 16,
}

/// <summary>A call that did not end with <see cref="GrpcStatusCode.OK"/>.</summary>
/// <param name="statusCode">The status, as the peer sent it or as the failed connection implies.</param>
/// <param name="detail">The peer's explanation, decoded; empty if it gave none.</param>
/// <param name="inner">The transport's own exception, if there was one.</param>
public sealed class GrpcException(GrpcStatusCode statusCode, string detail, Exception? inner = null)
    : Exception($"Status(StatusCode=\"{statusCode}\", Detail=\"{detail}\")", inner)
{
    /// <summary>The status, as the peer sent it or as the failed connection implies.</summary>
    public GrpcStatusCode StatusCode { get; } = statusCode;

    /// <summary>The peer's explanation, decoded; empty if it gave none.</summary>
    public string Detail { get; } = detail;
}
