using YamlDotNet.RepresentationModel;

namespace Platform.Engine.Projects;

/// <summary><c>Pulumi.yaml</c>: the project's name, its runtime, and the settings it declares.</summary>
internal sealed record ProjectFile
{
    private static readonly string[] Names = ["Pulumi.json", "Pulumi.yaml", "Pulumi.yml"];

    public required YamlFile Document { get; init; }

    /// <summary>The directory of the file: the root of the project.</summary>
    public required string Directory { get; init; }

    public required string Name { get; init; }

    /// <summary>Such as <c>dotnet</c>; <c>null</c> if the file names none.</summary>
    public string? Runtime { get; init; }

    /// <summary>The runtime's options that are plain texts or flags.</summary>
    public required IReadOnlyDictionary<string, string> RuntimeOptions { get; init; }

    /// <summary>Where the program is, relative to <see cref="Directory"/>; <c>null</c> if it is there.</summary>
    public string? Main { get; init; }

    /// <summary>The directory of the stacks' files.</summary>
    public required string StackDirectory { get; init; }

    /// <summary>The declared settings: key and declaration.</summary>
    public required IReadOnlyList<(string Key, YamlNode Node)> Config { get; init; }

    /// <summary>Finds and reads the nearest project file, from a directory upwards.</summary>
    /// <exception cref="PlanRequestException">There is none, or it is malformed.</exception>
    public static ProjectFile Find(string directory)
    {
        // A slip in the name must not plan whatever project is above.
        if (!System.IO.Directory.Exists(directory))
        {
            throw new PlanRequestException(File.Exists(directory)
                ? $"{Path.GetFullPath(directory)} is a file; name the folder of the Pulumi project, where its Pulumi.yaml is"
                : $"there is no folder {Path.GetFullPath(directory)}; name the folder of a Pulumi project, where its Pulumi.yaml is");
        }

        for (var current = new DirectoryInfo(Path.GetFullPath(directory)); current is not null; current = current.Parent)
        {
            if (Names.Select(name => Path.Combine(current.FullName, name)).FirstOrDefault(File.Exists) is { } path)
            {
                return Read(path);
            }
        }

        throw new PlanRequestException($"there is no Pulumi.yaml in {Path.GetFullPath(directory)} nor above it; name the directory of a Pulumi project");
    }

    private static ProjectFile Read(string path)
    {
        var document = YamlFile.Read(path);
        if (document.Root is not YamlMappingNode)
        {
            throw new PlanRequestException($"{document.Name} must be a mapping with at least 'name' and 'runtime' ({path})");
        }

        var members = document.Members(document.Root, document.Name).ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);
        var directory = Path.GetDirectoryName(path)!;
        var (runtime, options) = ReadRuntime(document, members.GetValueOrDefault("runtime"));
        members.TryGetValue("config", out var config);
        var legacyDirectory = config is YamlScalarNode scalar && YamlScalar.Of(scalar).Kind == ScalarKind.Text ? scalar.Value : null;
        var name = Text(document, members, "name");
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new PlanRequestException($"{document.Name} has no 'name'; give the project one ({path})");
        }

        return new ProjectFile
        {
            Document = document,
            Directory = directory,
            Name = name,
            Runtime = runtime,
            RuntimeOptions = options,
            Main = Text(document, members, "main"),
            StackDirectory = Path.GetFullPath(Path.Combine(directory, legacyDirectory ?? Text(document, members, "stackConfigDir") ?? ".")),
            Config = legacyDirectory is null ? [.. document.Members(config, "config")] : [],
        };
    }

    private static (string? Name, IReadOnlyDictionary<string, string> Options) ReadRuntime(YamlFile document, YamlNode? node)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        if (node is null or YamlScalarNode)
        {
            return ((node as YamlScalarNode)?.Value, options);
        }

        string? name = null;
        foreach (var (key, value) in document.Members(node, "runtime"))
        {
            switch (key)
            {
                case "name":
                    name = (value as YamlScalarNode)?.Value ?? throw document.Wrong(value, "runtime.name must be a text, such as 'dotnet'");
                    break;
                case "options":
                    foreach (var (option, setting) in document.Members(value, "runtime.options"))
                    {
                        if (setting is YamlScalarNode { Value: { } text })
                        {
                            options[option] = text;
                        }
                    }

                    break;
                default:
                    throw document.Wrong(value, $"runtime has no member '{key}'; there are: name, options");
            }
        }

        return (name ?? throw document.Wrong(node, "runtime needs a 'name', such as 'dotnet'"), options);
    }

    private static string? Text(YamlFile document, Dictionary<string, YamlNode> members, string key) =>
        !members.TryGetValue(key, out var node)
            ? null
            : node is YamlScalarNode scalar
                ? YamlScalar.Of(scalar) is { Kind: not ScalarKind.Null } value ? value.Text : null
                : throw document.Wrong(node, $"'{key}' must be a text");
}
