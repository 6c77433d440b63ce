using Platform.Engine.Wire;
using Platform.Graph;
using Platform.Graph.Files;
using Struct = Google.Protobuf.WellKnownTypes.Struct;
using Value = Google.Protobuf.WellKnownTypes.Value;

namespace Platform.Engine.DataSources;

/// <summary>What other stacks published, from their saved plans and exports.</summary>
internal sealed class StackOutputs
{
    private readonly List<Entry> _entries;

    private StackOutputs(List<Entry> entries) => _entries = entries;

    /// <summary>The files nobody referred to, each with its stack.</summary>
    public IEnumerable<string> Unused => _entries.Where(entry => !entry.Used).Select(entry => $"{entry.File} ({entry.Graph.Project}/{entry.Graph.Stack})");

    /// <summary>Reads the files.</summary>
    /// <exception cref="PlanRequestException">One is missing or holds no stack, or two hold the same.</exception>
    public static StackOutputs Read(IEnumerable<string> files)
    {
        var entries = files.Select(file => new Entry(Path.GetFileName(file), ReadFile(file))).ToList();
        var twice = entries.GroupBy(entry => (entry.Graph.Project, entry.Graph.Stack)).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? new(entries)
            : throw new PlanRequestException($"{string.Join(" and ", twice.Select(entry => entry.File))} hold the outputs of the same stack, {twice.Key.Project}/{twice.Key.Stack}; give one of them");
    }

    /// <summary>The outputs of a stack and the file they are from; <c>null</c> if no file has them.</summary>
    /// <param name="reference">As programs write it: <c>organization/project/stack</c>, <c>project/stack</c> or <c>stack</c>.</param>
    /// <param name="project">The project of a reference that names none.</param>
    public (Struct Outputs, string File)? Find(string reference, string project)
    {
        var parts = reference.Split('/');
        var entry = _entries.Find(entry => entry.Graph.Stack == parts[^1] && entry.Graph.Project == (parts.Length > 1 ? parts[^2] : project))
            ?? (parts.Length == 2 ? _entries.Find(entry => entry.Graph.Stack == parts[1] && entry.Graph.Project == project) : null);   // organization/stack, as it once was
        if (entry is null)
        {
            return null;
        }

        entry.Used = true;
        return (Bag(entry.Graph.Outputs), entry.File);
    }

    private static ResourceGraph ReadFile(string file)
    {
        try
        {
            return GraphFileReader.Read(NamedFile.Read("--stack-outputs", file), $"--stack-outputs '{file}'").Graph;
        }
        catch (FormatException problem)
        {
            throw new PlanRequestException(problem.Message, problem);
        }
    }

    private static Struct Bag(MapValue map)
    {
        var bag = new Struct();
        foreach (var (name, value) in map.Members)
        {
            bag.Fields[name] = Wire(value);
        }

        return bag;
    }

    // A file keeps no secrets, so what was one is known to be secret and nothing else.
    private static Value Wire(PropertyValue value) => value switch
    {
        TextValue(var text) => Value.ForString(text),
        NumberValue(var number) => Value.ForNumber(number),
        BoolValue(var flag) => Value.ForBool(flag),
        ListValue(var items) => Value.ForList([.. items.Select(Wire)]),
        MapValue map => Value.ForStruct(Bag(map)),
        NullValue => Value.ForNull(),
        SecretValue => WireValue.Secret(WireValue.Unknown()),
        _ => WireValue.Unknown(),
    };

    private sealed record Entry(string File, ResourceGraph Graph)
    {
        public bool Used { get; set; }
    }
}
