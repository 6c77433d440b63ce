namespace Platform.Tests.Tools.Cli;

/// <summary>A test of something that only exists where there is a Unix shell.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "needs a Unix shell" : null;
}

/// <summary>Like <see cref="UnixFactAttribute"/>, with data.</summary>
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "needs a Unix shell" : null;
}
