namespace Pulumi.Serialization;

/// <summary>An argument that has no form on the wire.</summary>
internal sealed class UnsupportedArgumentException(string message) : InvalidOperationException(message);
