using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Platform.Engine.Projects;

/// <summary>A YAML or JSON file, parsed; mistakes name the file and the line.</summary>
internal sealed class YamlFile
{
    private YamlFile(string path, YamlNode? root) => (Path, Root) = (path, root);

    public string Path { get; }

    /// <summary>The file's name, for messages.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The content; <c>null</c> for an empty file.</summary>
    public YamlNode? Root { get; }

    /// <summary>Reads a file that exists.</summary>
    public static YamlFile Read(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            var stream = new YamlStream();
            stream.Load(reader);
            return new(path, stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode);
        }
        catch (YamlException problem)
        {
            throw new PlanRequestException(
                $"{System.IO.Path.GetFileName(path)}, line {problem.Start.Line}: it is not valid YAML: {(problem.InnerException ?? problem).Message}; correct the file ({path})", problem);
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException)
        {
            // What the parser says of a list or mapping that never ends.
            throw new PlanRequestException($"{System.IO.Path.GetFileName(path)} is not valid YAML: a list, a mapping or a text in it does not end; correct the file ({path})", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new PlanRequestException($"{path} cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>The members of a mapping that must have text keys; empty if the node is missing or null.</summary>
    public IEnumerable<(string Key, YamlNode Value)> Members(YamlNode? node, string what)
    {
        if (node is null || node is YamlScalarNode scalar && YamlScalar.Of(scalar).Kind == ScalarKind.Null)
        {
            return [];
        }

        return node is YamlMappingNode mapping
            ? mapping.Children.Select(child => (Key(child.Key, what), child.Value))
            : throw Wrong(node, $"{what} must be a mapping of keys to values");
    }

    /// <summary>A mistake at a place of this file.</summary>
    public PlanRequestException Wrong(YamlNode node, string message) => new($"{Name}, line {node.Start.Line}: {message}");

    private string Key(YamlNode key, string what) =>
        key is YamlScalarNode { Value: { } text } ? text : throw Wrong(key, $"a key of {what} is no text; write it as one");
}
