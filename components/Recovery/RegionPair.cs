namespace Platform.Components.Recovery;

/// <summary>
/// The two regions of an environment. Which is which never changes, and neither do the names of what stands in them: a failover changes
/// roles, and roles are in no name.
/// </summary>
/// <param name="Home">Region the environment began in.</param>
/// <param name="Second">Region that can take over.</param>
/// <param name="Active">The one of the two that takes writes.</param>
public sealed record RegionPair(string Home, string Second, string Active)
{
    /// <summary>Whether the second region has taken over.</summary>
    public bool IsFailedOver => Active == Second;

    /// <summary>The region that waits.</summary>
    public string Waiting => IsFailedOver ? Home : Second;
}
