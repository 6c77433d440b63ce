using Platform.SdkGenerator.CSharp.Naming;
using Platform.SdkGenerator.Schema;

namespace Platform.SdkGenerator.CSharp;

/// <summary>Writes all C# of a package.</summary>
internal static class PackageWriter
{
    /// <summary>File name and text of every file, in the order of names.</summary>
    public static IReadOnlyList<(string Name, string Text)> Write(PackageList list, PackageModel model, Problems problems)
    {
        var names = new Names(list, problems);
        var types = new TypeText(list, names, model);
        var files = new SourceFiles(list, problems);
        var inputs = new InputWriter(files, names, types);
        var outputs = new OutputWriter(files, names, types);
        var resources = new ResourceWriter(list, files, names, types, inputs);
        var functions = new FunctionWriter(files, names, inputs, outputs);
        var enumerations = new EnumerationWriter(list, files, names, problems);
        foreach (var resource in model.Resources)
        {
            resources.Write(resource);
        }

        foreach (var function in model.Functions)
        {
            functions.Write(function);
        }

        foreach (var nested in model.Objects.Where(nested => !list.Kubernetes || !IsArguments(model, nested)))
        {
            var (ns, name) = (names.TypesNamespace(nested.Module, nested.Role), Names.Class(nested.Name, nested.Role));
            var place = Place(nested);
            if (nested.Role is ObjectRole.Output or ObjectRole.Result)
            {
                outputs.Write(ns, name, place, nested.Role, nested.Members);
            }
            else
            {
                inputs.Write(new(ns, name, place, nested.Role, nested.Members) { Open = list.Kubernetes });
            }
        }

        foreach (var enumeration in model.Enumerations)
        {
            enumerations.Write(enumeration);
        }

        names.ReportUnused();
        return [.. files.All().Append(("Utilities.g.cs", SupportWriter.Text(list))).OrderBy(file => file.Item1, StringComparer.Ordinal)];
    }

    /// <summary>Kubernetes: a nested kind is the arguments class of its resource, which is there already if that is listed.</summary>
    private static bool IsArguments(PackageModel model, ObjectModel nested) =>
        nested.Role == ObjectRole.Input
        && model.Resources.Any(resource => resource.Module == nested.Module && resource.Name == nested.Name);

    private static string Place(ObjectModel nested) =>
        nested.Role == ObjectRole.FunctionInput && nested.Name.EndsWith("Args", StringComparison.Ordinal)
            ? $"{nested.Module}.{nested.Name[..^"Args".Length]}"
            : $"{nested.Module}.{nested.Name}";
}
