namespace Platform.Components;

/// <summary>What becomes of a resource that holds data when somebody takes it out of the program.</summary>
internal static class Stateful
{
    /// <summary>
    /// Options for a resource that holds data. A protected one cannot be deleted or replaced until somebody says so in a release of its
    /// own; and if it then leaves the program, AWS keeps it.
    /// </summary>
    /// <param name="isProtected">Whether it is anybody's only copy. Default: true.</param>
    public static CustomResourceOptions Options(bool? isProtected) => isProtected ?? true ? new() { Protect = true, RetainOnDelete = true } : new();
}
