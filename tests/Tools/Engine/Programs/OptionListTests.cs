using System.Text.RegularExpressions;
using Platform.Protocol;

namespace Platform.Tests.Tools.Engine.Programs;

/// <summary>
/// The twins use every option there is: the list they are tested with is compared with the declarations of both official SDKs and
/// with the request on the wire. An option that is new in any of the three fails here until the twins use it.
/// </summary>
public partial class OptionListTests
{
    private static readonly string[] Interfaces =
        ["ResourceOptions", "CustomResourceOptions", "ComponentResourceOptions", "Alias", "CustomTimeouts", "ResourceHookBinding", "ResourceHookOptions"];

    /// <summary>Fields of a registration that are no options, and what they are instead.</summary>
    private static readonly (string Field, string Is)[] NoOptions =
    [
        ("type", "what the resource is"), ("name", "what the resource is"), ("custom", "what the resource is"), ("remote", "what the resource is"),
        ("object", "its inputs"), ("propertyDependencies", "where its inputs come from"),
        ("acceptSecrets", "what the SDK can read"), ("acceptResources", "what the SDK can read"), ("accepts_byte_string", "what the SDK can read"),
        ("supportsPartialValues", "what the SDK can read"), ("supportsResultReporting", "what the SDK can read"), ("aliasSpecs", "what the SDK can send"),
        ("aliasURNs", "the form of aliases that older SDKs send"), ("deleteBeforeReplaceDefined", "whether deleteBeforeReplace is given"),
        ("pluginChecksums", "part of a package, not of a resource"), ("packageRef", "part of a package, not of a resource"),
        ("sourcePosition", "where the program says it: it differs between languages"), ("stackTrace", "where the program says it: it differs between languages"),
        ("parentStackTraceHandle", "where the program says it: it differs between languages"), ("snippetId", "which snippet of the engine says it"),
    ];

    /// <summary>Fields of a registration that have another name than the option.</summary>
    private static readonly Dictionary<string, string> OtherNames = new()
    {
        ["dependencies"] = "dependsOn", ["importId"] = "import", ["replace_with"] = "replaceWith", ["replacement_trigger"] = "replacementTrigger", ["state_migrations"] = "stateMigrations",
    };

    [NodeFact]
    public void Names_every_option_of_the_npm_SDK()
    {
        var declarations = File.ReadAllText(Path.Combine(TypeScript.Folder, "node_modules", "@pulumi", "pulumi", "resource.d.ts"));
        var declared = Interfaces.SelectMany(name => Members(declarations, name).Select(member => $"{name}.{member}")).ToList();

        Assert.True(declared.Count > 40);
        Assert.Equal(declared.Append("URN").Order(StringComparer.Ordinal), TwinOption.All.Select(option => option.TypeScript).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_every_option_of_the_dotnet_SDK()
    {
        var file = File.ReadLines(Path.Combine(Repository.Sources.Root, "tests", "Platform", "Api", "official-members.txt"));
        var type = "";
        var declared = new List<string>();
        foreach (var line in file)
        {
            type = line.StartsWith("Pulumi.", StringComparison.Ordinal) ? line["Pulumi.".Length..].Split(' ')[0] : type;
            if (line.StartsWith("  ", StringComparison.Ordinal) && Interfaces.Contains(type))
            {
                declared.AddRange(SettableMember().Matches(line).Select(member => $"{type}.{member.Groups[1].Value}"));
            }
        }

        var used = TwinOption.All.SelectMany(option => option.DotNet.Split(',', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(declared.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_every_field_of_a_registration_that_is_an_option()
    {
        var options = TwinOption.All.Select(option => option.TypeScript.Split('.')[^1]).ToHashSet(StringComparer.Ordinal);
        var fields = RegisterResourceRequest.Descriptor.Fields.InDeclarationOrder().Select(field => field.Name).ToList();

        var open = fields.Except(NoOptions.Select(field => field.Field)).Where(field => !options.Contains(OtherNames.GetValueOrDefault(field, field)));
        Assert.Empty(open);
        Assert.Empty(NoOptions.Select(field => field.Field).Except(fields));
    }

    [NodeTheory]
    [InlineData("options", false), InlineData("options/csharp", true)]
    public async Task Are_all_used_by_the_twins(string program, bool isDotNet)
    {
        var graph = await TypeScript.Shared(program);

        Assert.Equal(
            isDotNet ? TwinOption.All.Where(option => option.DotNet.Length == 0).Select(option => option.TypeScript) : [],
            TwinOption.All.Where(option => !option.Shows(graph)).Select(option => option.TypeScript));
    }

    private static IEnumerable<string> Members(string declarations, string name)
    {
        var start = Regex.Match(declarations, $@"export interface {name}\b[^{{]*{{");
        var body = declarations[start.Index..declarations.IndexOf("\n}", start.Index, StringComparison.Ordinal)];
        return OptionalMember().Matches(body).Select(member => member.Groups[1].Value);
    }

    [GeneratedRegex(@"^    (\w+)\?:", RegexOptions.Multiline)]
    private static partial Regex OptionalMember();

    [GeneratedRegex(@"(?<= )(\w+)=(?!>)")]
    private static partial Regex SettableMember();
}
