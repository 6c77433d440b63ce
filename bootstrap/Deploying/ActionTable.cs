namespace Platform.Bootstrap.Deploying;

/// <summary>
/// The actions a deployment needs: those of the resource types that the plan of its environment has. Both tables are in this folder: what
/// a type needs is reviewed by hand, which types there are is written from the plans by a test.
/// </summary>
internal static class ActionTable
{
    /// <summary>The actions of an environment, in order.</summary>
    /// <param name="environment">Such as <c>dev</c>.</param>
    /// <exception cref="RunException">Nobody has written down the types of the environment, or the actions of a type.</exception>
    public static IReadOnlyList<string> For(string environment)
    {
        var types = Written($"types.{environment}.txt", environment);
        var table = Read();
        var missing = types.Where(type => !table.ContainsKey(type)).ToList();
        return missing.Count == 0
            ? [.. types.SelectMany(type => table[type]).Distinct().Order(StringComparer.Ordinal)]
            : throw new RunException($"bootstrap/Deploying/actions.txt has no row for {string.Join(", ", missing)}");
    }

    /// <summary>The services that the roles of an environment are for.</summary>
    /// <param name="environment">Such as <c>dev</c>.</param>
    /// <exception cref="RunException">Nobody has written them down.</exception>
    public static IReadOnlyList<string> ServicesOf(string environment) => Written($"services.{environment}.txt", environment);

    /// <summary>The reviewed table: type to actions.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Read() => Lines("actions.txt")!
        .Select(line => line.Split(" | "))
        .ToDictionary(row => row[0], row => (IReadOnlyList<string>)[.. row[1].Split("; ").SelectMany(Actions)]);

    private static IEnumerable<string> Actions(string group)
    {
        var (service, names) = (group.Split(": ")[0], group.Split(": ")[1]);
        return names.Split(' ').Select(name => $"{service}:{name}");
    }

    private static List<string> Written(string file, string environment) => Lines(file) ?? throw new RunException(
        $"bootstrap/Pulumi.{environment}.yaml, '{environment}' is no environment whose plan is written down; "
        + $"add it to the tests and run UPDATE_GOLDEN=1 dotnet test tests/Platform to write bootstrap/Deploying/{file}");

    private static List<string>? Lines(string file)
    {
        using var stream = typeof(ActionTable).Assembly.GetManifestResourceStream($"Platform.Bootstrap.{file}");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !line.StartsWith('#'))];
    }
}
