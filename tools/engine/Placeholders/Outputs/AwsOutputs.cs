using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Platform.Engine.Wire;
using Platform.Graph;

namespace Platform.Engine.Placeholders.Outputs;

/// <summary>Outputs of AWS resources that follow from what was given.</summary>
internal static class AwsOutputs
{
    private const int NameServersPerZone = 4;

    // A data source that lists things: enough of them for code that spreads over zones.
    private const int Listed = 3;

    /// <summary>How many elements a computed list has.</summary>
    public static int Count(string path, Subject subject) => (subject.Type, path) switch
    {
        (_, "nameServers") => NameServersPerZone,
        (_, "masterUserSecrets") => subject.GivenText("manageMasterUserPassword") == "true" ? 1 : 0,
        (_, "ids" or "names" or "arns") when subject.Type.Contains(":get", StringComparison.Ordinal) => Listed,
        _ => 1,
    };

    /// <summary>The value of an output that needs more than a form; <c>null</c> for every other.</summary>
    public static Value? Find(string path, Subject subject, Forms forms) => (subject.Type, path) switch
    {
        ("aws:acm/certificate:Certificate", "domainValidationOptions") => ValidationOptions(path, subject, forms),
        (_, "tagsAll") when subject.Package == "aws" => AllTags(subject),
        _ => null,
    };

    // The provider's tags below the resource's own, exactly as it merges them.
    private static Value? AllTags(Subject subject)
    {
        if (subject.Scope.DefaultTags is not { } defaults)
        {
            return null;
        }

        var tags = new Struct();
        foreach (var (key, value) in defaults)
        {
            tags.Fields[key] = Value.ForString(value);
        }

        if (!subject.IsGiven("tags"))
        {
            return Value.ForStruct(tags);
        }

        var own = subject.Inputs.Fields["tags"];
        if (own.KindCase != Value.KindOneofCase.StructValue || WireValue.Kind(own) is not null)
        {
            return null;
        }

        foreach (var (key, value) in own.StructValue.Fields)
        {
            tags.Fields[key] = value;
        }

        return Value.ForStruct(tags);
    }

    // A certificate is proved by one DNS record per name; a wildcard shares the record of its domain.
    private static Value? ValidationOptions(string path, Subject subject, Forms forms)
    {
        if (subject.GivenText("domainName") is not { } domain || Alternatives(subject) is not { } others)
        {
            return null;
        }

        var options = others.Prepend(domain).Distinct(StringComparer.Ordinal).Select((name, index) =>
        {
            var at = PropertyPath.Element(path, index);
            var host = name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name;
            var owner = string.Create(CultureInfo.InvariantCulture, $"{path}[\"{host}\"]");
            var (recordName, recordValue) = (PropertyPath.Member(at, "resourceRecordName"), PropertyPath.Member(at, "resourceRecordValue"));
            var option = new Struct();
            option.Fields.Add("domainName", Value.ForString(name));
            option.Fields.Add("resourceRecordName", Value.ForString(forms.Record(recordName, $"_{forms.Marked($"{owner}.resourceRecordName")}.{host}.")));
            option.Fields.Add("resourceRecordType", Value.ForString("CNAME"));
            option.Fields.Add("resourceRecordValue", Value.ForString(forms.Record(recordValue, $"_{forms.Marked($"{owner}.resourceRecordValue")}.acm-validations.aws.")));
            return Value.ForStruct(option);
        });
        return Value.ForList([.. options]);
    }

    private static List<string>? Alternatives(Subject subject)
    {
        if (!subject.IsGiven("subjectAlternativeNames"))
        {
            return [];
        }

        var names = subject.Inputs.Fields["subjectAlternativeNames"];
        if (names.KindCase != Value.KindOneofCase.ListValue)
        {
            return null;
        }

        var texts = names.ListValue.Values.Select(WireValue.Text).OfType<string>().ToList();
        return texts.Count == names.ListValue.Values.Count ? texts : null;
    }
}
