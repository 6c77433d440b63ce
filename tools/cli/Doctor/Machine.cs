namespace Platform.Cli.Doctor;

/// <summary>What a diagnosis may look at besides programs: whether something is set or there, never what it says.</summary>
/// <param name="IsSet">Whether an environment variable has a value.</param>
/// <param name="HasHomeFile">Whether the user's folder has a file.</param>
internal sealed record Machine(Func<string, bool> IsSet, Func<string, bool> HasHomeFile)
{
    /// <summary>The machine this runs on.</summary>
    public static Machine This { get; } = new(
        variable => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable)),
        path => File.Exists(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path)));
}
