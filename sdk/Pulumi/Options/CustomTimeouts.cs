namespace Pulumi;

/// <summary>How long operations on a resource may take. What is not set, the provider decides.</summary>
public sealed class CustomTimeouts
{
    /// <summary>The limit of a creation.</summary>
    public TimeSpan? Create { get; set; }

    /// <summary>The limit of an update.</summary>
    public TimeSpan? Update { get; set; }

    /// <summary>The limit of a deletion.</summary>
    public TimeSpan? Delete { get; set; }
}
