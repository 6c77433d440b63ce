using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Platform.Engine.Projects;

/// <summary><c>Pulumi.STACK.yaml</c>: the settings of one stack.</summary>
/// <param name="Document">The file; <c>null</c> where a project keeps no stack files at all.</param>
/// <param name="Name">The file's name, for messages.</param>
/// <param name="Values">The settings as written: key and value.</param>
/// <param name="Salt">The state of the passphrase provider; <c>null</c> if secrets are encrypted otherwise.</param>
internal sealed partial record StackFile(YamlFile? Document, string Name, IReadOnlyList<(string Key, YamlNode Node)> Values, string? Salt)
{
    /// <summary>Reads the file of a stack.</summary>
    /// <exception cref="PlanRequestException">The stack has none although others have, or it is malformed.</exception>
    public static StackFile Read(ProjectFile project, string stack)
    {
        if (!StackName().IsMatch(stack))
        {
            throw new PlanRequestException($"'{stack}' cannot be the name of a stack: use 1 to 100 letters, digits, '-', '_' and '.'");
        }

        var name = $"Pulumi.{stack}{Path.GetExtension(project.Document.Path)}";
        var path = Path.Combine(project.StackDirectory, name);
        if (!File.Exists(path))
        {
            var others = Stacks(project);
            return others.Count == 0
                ? new(null, name, [], null)
                : throw new PlanRequestException($"stack '{stack}' has no {name}; {(Suggestion.Closest(stack, others) is { } meant ? $"did you mean '{meant}'? " : "")}there are: {string.Join(", ", others)}");
        }

        var document = YamlFile.Read(path);
        var members = document.Members(document.Root, name).ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);
        var keyService = Text(members, "secretsprovider") is { } provider and not ("" or "default" or "passphrase") ? provider : null;
        return new(document, name, [.. document.Members(members.GetValueOrDefault("config"), "config")], keyService is null ? Text(members, "encryptionsalt") : null);
    }

    /// <summary>The stacks that have a file, sorted.</summary>
    public static IReadOnlyList<string> Stacks(ProjectFile project)
    {
        var extension = Path.GetExtension(project.Document.Path);
        return !Directory.Exists(project.StackDirectory)
            ? []
            : [.. Directory.EnumerateFiles(project.StackDirectory, $"Pulumi.*{extension}")
                .Select(file => Path.GetFileName(file)["Pulumi.".Length..^extension.Length])
                .Where(stack => stack.Length > 0)
                .Order(StringComparer.Ordinal)];
    }

    private static string? Text(Dictionary<string, YamlNode> members, string key) =>
        members.TryGetValue(key, out var node) ? (node as YamlScalarNode)?.Value : null;

    [GeneratedRegex(@"^[A-Za-z0-9_.-]{1,100}$")]
    private static partial Regex StackName();
}
