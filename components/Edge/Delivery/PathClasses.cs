namespace Platform.Components.Edge.Delivery;

/// <summary>Which paths belong to which class; what is in none is a page.</summary>
internal static class PathClasses
{
    private static readonly string[] DefaultApi = ["/api/*"];
    private static readonly string[] DefaultAssets = ["/assets/*"];

    /// <summary>Paths that write, or answer for one user.</summary>
    public static IReadOnlyList<string> Api(ContentDeliveryArgs args) => args.ApiPaths ?? DefaultApi;

    /// <summary>Paths whose content never changes.</summary>
    public static IReadOnlyList<string> Assets(ContentDeliveryArgs args) => args.AssetPaths ?? DefaultAssets;
}
