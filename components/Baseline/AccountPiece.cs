namespace Platform.Components.Baseline;

/// <summary>
/// What to do about something an account has once, however many stacks share it: make it, use the one that is there, or do without.
/// One of the three and never two; a second maker in the account fails, or silently takes over what the first one made.
/// </summary>
public sealed class AccountPiece : ResourceArgs
{
    private AccountPiece()
    {
    }

    /// <summary>Made here, and gone with this stack.</summary>
    public static AccountPiece Create { get; } = new();

    /// <summary>Name or maker of what is there already; null when it is made here or done without.</summary>
    [Input("existing")] public string? Existing { get; private init; }

    /// <summary>Why the account does without it; null when it does not.</summary>
    [Input("skippedBecause")] public string? SkippedBecause { get; private init; }

    /// <summary>Whether it is made here.</summary>
    internal bool IsCreated => Existing is null && SkippedBecause is null;

    /// <summary>Somebody else made it, such as another stack or the organisation: used where its name is needed, and left alone.</summary>
    /// <param name="existing">Its name where the argument that takes this needs one; who made it, otherwise.</param>
    public static AccountPiece Adopt(string existing) => new() { Existing = existing };

    /// <summary>The account does without it.</summary>
    /// <param name="because">Why; reviewers and auditors read it in the plan.</param>
    public static AccountPiece Skip(string because) => new() { SkippedBecause = because };
}
