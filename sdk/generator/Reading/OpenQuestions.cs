using Platform.Declarations.Reading;
using Platform.Declarations.Schema;

namespace Platform.SdkGenerator.Reading;

/// <summary>Answers what a declaration does not tell from the lists of a package; what they do not tell either is a problem.</summary>
internal sealed class OpenQuestions(PackageList list, NumberLock numbers, Problems problems) : IOpenQuestions
{
    private readonly HashSet<string> _references = [];

    public PrimitiveKind Number(string place) => numbers.Kind(place);

    public SchemaType Reference(string name, string place)
    {
        _references.Add(name);
        if (!list.References.Contains(name))
        {
            problems.Add(
                place,
                $"refers to '{name}', which is no type of the package",
                $"if it takes a string there, add '{name}' to 'references' of {list.File}");
        }

        return new PrimitiveType(PrimitiveKind.String);
    }

    public SchemaType Unsupported(string form, string place)
    {
        problems.Add(
            place,
            $"its type is {form}, which the generator does not know",
            $"leave the member out with 'omit' of {list.File}, or teach the generator");
        return new PrimitiveType(PrimitiveKind.Any);
    }

    public void ReportUnused()
    {
        foreach (var name in list.References.Where(name => !_references.Contains(name)))
        {
            problems.Add(list.File, $"'references' has '{name}', which no generated class refers to", "remove it");
        }
    }
}
