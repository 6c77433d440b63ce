namespace Platform.Components;

/// <summary>Where a component stands on the way of a request; the tools that judge a plan walk along it.</summary>
internal enum ServiceTier
{
    Foundation,
    Network,
    Entry,
    App,
    Cache,
    Database,
    Storage,
}
