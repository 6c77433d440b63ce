using Platform.Components.Baseline;

namespace Platform.Stacks.Settings;

/// <summary>Which stack makes what an account has once.</summary>
/// <param name="Owner">
/// The stack that makes it; all stacks that share an account name the same one, and every other one of them leaves it alone.
/// </param>
/// <param name="Adopt">Pieces somebody else made, such as the organisation, by piece, with a name or the maker.</param>
/// <param name="Skip">Pieces the account does without, by piece, with the reason.</param>
public sealed record BaselineSettings(string Owner, IReadOnlyDictionary<string, string> Adopt, IReadOnlyDictionary<string, string> Skip)
{
    /// <summary>The pieces there are, as <see cref="SecurityBaselineArgs"/> and the components for costs and for copies of images have them.</summary>
    public static IReadOnlyList<string> Pieces { get; } =
        [
        "accessAnalyzer", "allocationTags", "backupTypes", "bill", "defaults", "detector", "hub", "imageCopies", "recorder", "scanner",
        "serviceMonitor", "sessions", "trail",
    ];

    /// <summary>What a stack does about a piece.</summary>
    /// <param name="piece">One of <see cref="Pieces"/>.</param>
    /// <param name="stack">The stack that asks.</param>
    /// <param name="name">Name the owner gives the piece, where it must be known to be adopted. Default: the owner itself.</param>
    public AccountPiece Choice(string piece, string stack, string? name = null) =>
        Skip.TryGetValue(piece, out var reason) ? AccountPiece.Skip(reason)
        : Adopt.TryGetValue(piece, out var existing) ? AccountPiece.Adopt(existing)
        : Owner == stack ? AccountPiece.Create
        : AccountPiece.Adopt(name ?? $"stack {Owner}");
}
