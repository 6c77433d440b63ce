using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.SdkGenerator;

/// <summary>One file of <c>sdk/generator/packages</c>: what is made of one npm package, and what that does not tell.</summary>
internal sealed record PackageList
{
    /// <summary>Path of the file, as errors name it.</summary>
    [JsonIgnore]
    public string File { get; init; } = "";

    /// <summary>Name of the npm package, for example <c>@pulumi/aws</c>.</summary>
    public required string Npm { get; init; }

    public required string Version { get; init; }

    /// <summary>C# namespace of the package's root.</summary>
    public required string Namespace { get; init; }

    /// <summary>Folder of the C# files, relative to the repository.</summary>
    public required string Folder { get; init; }

    /// <summary>Follow the conventions of the official Kubernetes SDK, which differ from those of bridged providers.</summary>
    public bool Kubernetes { get; init; }

    /// <summary>Part of a module's path to its part of the namespace: the casing is nowhere in the npm package.</summary>
    public Dictionary<string, string> Modules { get; init; } = [];

    /// <summary>C# names of members, by <c>module.Type.member</c>, where the usual one would not compile.</summary>
    public Dictionary<string, string> Names { get; init; } = [];

    /// <summary>Nested inputs that are secret, by <c>module.Type.member</c>.</summary>
    public HashSet<string> Secrets { get; init; } = [];

    /// <summary>Classes that an input accepts in place of a string; C# takes the string.</summary>
    public HashSet<string> References { get; init; } = [];

    /// <summary>Members left out of the C# classes, by <c>module.Type.member</c>: deep trees with a JSON twin.</summary>
    public HashSet<string> Omit { get; init; } = [];

    /// <summary>Resources, as <c>module:Class</c>; the module of the root is empty.</summary>
    public List<string> Resources { get; init; } = [];

    /// <summary>Functions, as <c>module:function</c>.</summary>
    public List<string> Functions { get; init; } = [];

    /// <summary>The package as tokens and file names spell it: <c>aws</c>.</summary>
    [JsonIgnore]
    public string Package => Npm[(Npm.LastIndexOf('/') + 1)..];

    /// <summary>Class of the attribute that ties a class to its token.</summary>
    [JsonIgnore]
    public string TypeAttribute => Namespace[(Namespace.LastIndexOf('.') + 1)..] + "ResourceType";

    /// <exception cref="GenerationException">The file is no valid list.</exception>
    public static PackageList Read(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            var list = JsonSerializer.Deserialize<PackageList>(System.IO.File.ReadAllText(path), Strict)!;
            return list with { File = name };
        }
        catch (JsonException problem)
        {
            throw new GenerationException($"{name}: {problem.Message}");
        }
    }

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };
}
