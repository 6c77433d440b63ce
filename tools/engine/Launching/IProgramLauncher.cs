namespace Platform.Engine.Launching;

/// <summary>Starts programs of one runtime.</summary>
internal interface IProgramLauncher
{
    /// <summary>The directory the program runs in.</summary>
    string ProgramDirectory { get; }

    /// <summary>The directory its packages are found from, where those declare the types of providers; <c>null</c> where they do not.</summary>
    string? PackageDirectory => null;

    /// <summary>Makes the program ready to run, building it if that is needed and wanted.</summary>
    /// <returns>What is wrong, if it cannot be built; <c>null</c> if it is ready.</returns>
    Task<string?> PrepareAsync(BuildWish build, ProgramOutput output, CancellationToken cancellationToken);

    /// <summary>Runs the program to its end and returns its exit code.</summary>
    Task<int> RunAsync(IReadOnlyDictionary<string, string> variables, ProgramOutput output, CancellationToken cancellationToken);
}
