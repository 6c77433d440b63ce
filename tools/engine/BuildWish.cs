namespace Platform.Engine;

/// <summary>When a program is built before it is planned.</summary>
public enum BuildWish
{
    /// <summary>When it has no build, or when a source of it or of a project it refers to is newer.</summary>
    WhenNewer,

    /// <summary>When it has no build; whoever asks has seen to it that a build there is is of today's sources.</summary>
    WhenMissing,

    /// <summary>Never: the last build is used, and without one there is no plan.</summary>
    Never,
}
