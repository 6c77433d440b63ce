namespace Platform.SdkGenerator;

/// <summary>The command line: <c>dotnet run --project sdk/generator -- [--npm DIR] [--check]</c>.</summary>
internal static class Command
{
    private const string Usage =
        """
        Generates the provider classes of sdk/ and the engine's metadata from the npm packages in sdk/generator/packages/*.json.

        dotnet run --project sdk/generator -- [--npm DIR] [--check]
          --npm DIR   folder the packages are installed in (default: sdk/generator/node_modules, filled by sdk/generator/fetch)
          --check     write nothing; exit 1 if a file would change
        """;

    /// <summary>Exit code: 0 fine, 1 something is wrong or <c>--check</c> found a difference, 2 wrong use.</summary>
    /// <param name="arguments">What stands behind <c>--</c>.</param>
    /// <param name="folder">Where the command is run: any folder of the repository.</param>
    /// <param name="output">Gets what changed.</param>
    /// <param name="errors">Gets what is wrong.</param>
    public static int Run(IReadOnlyList<string> arguments, string folder, TextWriter output, TextWriter errors)
    {
        var check = false;
        string? nodeModules = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--npm" when i + 1 < arguments.Count:
                    nodeModules = Path.GetFullPath(arguments[++i], folder);
                    break;
                case "--check":
                    check = true;
                    break;
                case "--help":
                    output.WriteLine(Usage);
                    return 0;
                default:
                    errors.WriteLine($"'{arguments[i]}' is not understood.\n{Usage}");
                    return 2;
            }
        }

        try
        {
            var root = Root(folder);
            return Generate(root, nodeModules ?? Path.Combine(root, "sdk/generator/node_modules"), check, output);
        }
        catch (Exception problem) when (problem is GenerationException or FormatException)
        {
            errors.WriteLine(problem.Message);
            return 1;
        }
    }

    private static int Generate(string root, string nodeModules, bool check, TextWriter output)
    {
        var changes = Generation.Run(root, nodeModules);
        var (written, deleted) = check ? changes.Pending() : changes.Apply();
        var different = written.Count + deleted.Count;
        foreach (var path in written.Concat(deleted))
        {
            output.WriteLine(Path.GetRelativePath(root, path));
        }

        output.WriteLine(
            different == 0 ? "Everything is up to date."
            : check ? $"{different} files would change."
            : $"{different} files changed.");
        return check && different > 0 ? 1 : 0;
    }

    private static string Root(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, Generation.Lists)))
            {
                return folder.FullName;
            }
        }

        throw new GenerationException($"{start}: is not inside the repository; run the command from a folder of it.");
    }
}
