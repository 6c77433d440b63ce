using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Platform.Engine.Projects;
using Platform.Engine.Wire;
using YamlDotNet.RepresentationModel;

namespace Platform.Engine.DataSources;

/// <summary>What a person answered for data sources and other stacks, from a YAML or JSON file.</summary>
/// <remarks>
/// <c>answers:</c> is a list; each entry has a <c>token</c>, optional <c>args</c> that must all be among the question's, a
/// <c>result</c>, and an optional list <c>secret</c> of members of the result to mark as secret. The first entry that fits answers.
/// </remarks>
internal sealed class Answers
{
    private static readonly string[] Members = ["token", "args", "result", "secret"];
    private readonly List<Entry> _entries;

    private Answers(List<Entry> entries) => _entries = entries;

    public static Answers None { get; } = new([]);

    /// <summary>Tokens of entries that answered nothing, in order of the file.</summary>
    public IEnumerable<string> Unused => _entries.Where(entry => !entry.Used).Select(entry => entry.Token);

    /// <summary>Reads a file.</summary>
    /// <exception cref="PlanRequestException">There is no such file, or it is malformed.</exception>
    public static Answers Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new PlanRequestException($"there is no answers file {Path.GetFullPath(path)}");
        }

        var document = YamlFile.Read(path);
        if (document.Root is not YamlMappingNode root || root.Children.FirstOrDefault(child => child.Key is YamlScalarNode { Value: "answers" }).Value is not YamlSequenceNode list)
        {
            throw new PlanRequestException($"{document.Name} needs a list 'answers' of entries with 'token' and 'result' ({path})");
        }

        return new([.. list.Children.Select(entry => ReadEntry(document, entry))]);
    }

    /// <summary>The result for a question; <c>null</c> if nobody answered it.</summary>
    public Struct? Find(string token, Struct args)
    {
        var entry = _entries.Find(entry => entry.Token == token && Fits(entry.Args, args));
        if (entry is null)
        {
            return null;
        }

        entry.Used = true;
        return entry.Result.Clone();
    }

    private static Entry ReadEntry(YamlFile document, YamlNode node)
    {
        var members = document.Members(node, "an answer").ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);
        if (members.Keys.FirstOrDefault(key => !Members.Contains(key)) is { } stranger)
        {
            throw document.Wrong(members[stranger], $"an answer has no member '{stranger}'; there are: {string.Join(", ", Members)}");
        }

        if (!members.TryGetValue("token", out var token) || token is not YamlScalarNode { Value: { Length: > 0 } name })
        {
            throw document.Wrong(node, "an answer needs a 'token', such as aws:ec2/getAmi:getAmi");
        }

        if (!members.TryGetValue("result", out var result) || result is not YamlMappingNode)
        {
            throw document.Wrong(node, $"the answer for {name} needs a 'result' with the members of the data source's result");
        }

        var bag = ReadMap(document, result);
        foreach (var secret in members.GetValueOrDefault("secret") is YamlSequenceNode names ? names.Children.OfType<YamlScalarNode>() : [])
        {
            if (!bag.Fields.TryGetValue(secret.Value ?? "", out var value))
            {
                throw document.Wrong(secret, $"the result for {name} has no member '{secret.Value}' to mark as secret");
            }

            bag.Fields[secret.Value!] = WireValue.Secret(value);
        }

        return new(name, members.TryGetValue("args", out var args) ? ReadMap(document, args) : new Struct(), bag);
    }

    private static Struct ReadMap(YamlFile document, YamlNode node)
    {
        var bag = new Struct();
        foreach (var (key, value) in document.Members(node, "an answer"))
        {
            bag.Fields[key] = ReadValue(document, value);
        }

        return bag;
    }

    private static Value ReadValue(YamlFile document, YamlNode node) => node switch
    {
        YamlSequenceNode list => Value.ForList([.. list.Children.Select(item => ReadValue(document, item))]),
        YamlMappingNode => Value.ForStruct(ReadMap(document, node)),
        YamlScalarNode scalar when YamlScalar.Of(scalar) is var value => value.Kind switch
        {
            ScalarKind.Null => Value.ForNull(),
            ScalarKind.Boolean => Value.ForBool(value.Text == "true"),
            ScalarKind.Integer or ScalarKind.Float => Value.ForNumber(double.Parse(value.Text, CultureInfo.InvariantCulture)),
            _ => Value.ForString(scalar.Value ?? ""),
        },
        _ => throw document.Wrong(node, $"a {node.NodeType} cannot be part of an answer"),
    };

    private static bool Fits(Struct wanted, Struct given) => wanted.Fields.All(field =>
        given.Fields.TryGetValue(field.Key, out var value) && Fits(field.Value, WireValue.Unwrap(value)));

    private static bool Fits(Value wanted, Value given) =>
        wanted.KindCase == Value.KindOneofCase.StructValue && given.KindCase == Value.KindOneofCase.StructValue
            ? Fits(wanted.StructValue, given.StructValue)
            : wanted.Equals(given);

    private sealed record Entry(string Token, Struct Args, Struct Result)
    {
        public bool Used { get; set; }
    }
}
