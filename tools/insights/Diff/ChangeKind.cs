namespace Platform.Insights.Diff;

/// <summary>What an update would do with a resource.</summary>
public enum ChangeKind
{
    /// <summary>Makes it.</summary>
    Create,

    /// <summary>Takes one that exists into the stack.</summary>
    Import,

    /// <summary>Gives it a new identity in the stack and leaves it as it is.</summary>
    Rename,

    /// <summary>Changes it in place.</summary>
    Update,

    /// <summary>Makes another one in its place.</summary>
    Replace,

    /// <summary>Removes it.</summary>
    Delete,
}

/// <summary>Whether a changed property makes the provider replace the resource.</summary>
public enum Replacement
{
    /// <summary>It is changed in place.</summary>
    Never,

    /// <summary>It depends on the case, which the reason names, or nothing is known.</summary>
    Possible,

    /// <summary>It is replaced.</summary>
    Certain,
}

/// <summary>What a change does to those who use the system, from harmless to worst.</summary>
public enum BlastRadius
{
    /// <summary>Nothing that anybody notices.</summary>
    None,

    /// <summary>Nothing is known about this type.</summary>
    Unknown,

    /// <summary>Open connections break; new ones work.</summary>
    ConnectionLoss,

    /// <summary>It does not answer for a while.</summary>
    Downtime,

    /// <summary>What it holds is gone, unless there is a copy.</summary>
    DataLoss,
}
