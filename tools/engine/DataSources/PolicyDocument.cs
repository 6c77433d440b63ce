using System.Globalization;
using System.Text;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Platform.Engine.GoText;
using Platform.Engine.Wire;
using Platform.Protocol;

namespace Platform.Engine.DataSources;

/// <summary>Answers <c>getPolicyDocument</c> with the very text the provider would render: it, too, only computes.</summary>
internal static class PolicyDocument
{
    private const string CurrentVersion = "2012-10-17";

    public static BuiltInAnswer Answer(Struct args)
    {
        try
        {
            var version = WireValue.Text(args, "version") is { Length: > 0 } given ? given : CurrentVersion;
            var own = new Policy(version, WireValue.Text(args, "policyId") ?? "", [.. Items(args, "statements").Select(statement => Statement(statement, version))]);
            CheckSids(own.Statements, "statement");
            var policy = Documents(args, "sourcePolicyDocuments").Aggregate(new Policy("", "", []), (merged, source) => merged.With(source)).With(own);
            policy = Documents(args, "overridePolicyDocuments").Aggregate(policy, (merged, over) => merged.With(over));
            return new(Result(args, policy, version));
        }
        catch (JsonException problem)
        {
            return new(null, Failure: new CheckFailure { Property = "sourcePolicyDocuments", Reason = $"a document is no policy: {problem.Message}" });
        }
        catch (FormatException problem)
        {
            return new(null, Failure: new CheckFailure { Property = "statements", Reason = problem.Message });
        }
    }

    private static Struct Result(Struct args, Policy policy, string version)
    {
        var json = PolicyWriter.Write(policy, indented: true);
        var result = args.Clone();
        result.Fields["id"] = Value.ForString(Checksum(json).ToString(CultureInfo.InvariantCulture));
        result.Fields["json"] = Value.ForString(json);
        result.Fields["minifiedJson"] = Value.ForString(PolicyWriter.Write(policy, indented: false));
        result.Fields["version"] = Value.ForString(version);
        if (result.Fields.TryGetValue("statements", out var statements) && statements.KindCase == Value.KindOneofCase.ListValue)
        {
            foreach (var statement in statements.ListValue.Values.Where(item => item.KindCase == Value.KindOneofCase.StructValue))
            {
                statement.StructValue.Fields.TryAdd("effect", Value.ForString("Allow"));
            }
        }

        return result;
    }

    private static PolicyStatement Statement(Struct statement, string version) => new()
    {
        Sid = WireValue.Text(statement, "sid") ?? "",
        Effect = WireValue.Text(statement, "effect") is { Length: > 0 } effect ? effect : "Allow",
        Action = Sorted(Texts(statement, "actions")),
        NotAction = Sorted(Texts(statement, "notActions")),
        Resource = Sorted(Variables(Texts(statement, "resources"), version)),
        NotResource = Sorted(Variables(Texts(statement, "notResources"), version)),
        Principal = Principals(statement, "principals", version),
        NotPrincipal = Principals(statement, "notPrincipals", version),
        Condition = [.. Items(statement, "conditions").Select(condition => (
            WireValue.Text(condition, "test") ?? "",
            WireValue.Text(condition, "variable") ?? "",
            One(Variables(Texts(condition, "values"), version))))],
    };

    private static IReadOnlyList<(string, PolicyTexts)> Principals(Struct statement, string name, string version) =>
        [.. Items(statement, name).Select(principal => (
            WireValue.Text(principal, "type") ?? "",
            Sorted(Variables(Texts(principal, "identifiers"), version)) ?? new PolicyTexts([], IsList: true)))];

    // The provider's lists are sets that it writes in reverse order.
    private static PolicyTexts? Sorted(IReadOnlyList<string> texts) =>
        texts.Count == 0 ? null : One([.. texts.Distinct(StringComparer.Ordinal).OrderDescending(GoJson.KeyOrder)]);

    private static PolicyTexts One(IReadOnlyList<string> texts) => new(texts, IsList: texts.Count != 1);

    // "${" would be an interpolation in the provider's own language, so policies write IAM variables as "&{".
    private static IReadOnlyList<string> Variables(IReadOnlyList<string> texts, string version)
    {
        if (version != "2008-10-17")
        {
            return [.. texts.Select(text => text.Replace("&{", "${", StringComparison.Ordinal))];
        }

        return texts.FirstOrDefault(text => text.Contains("&{", StringComparison.Ordinal)) is { } wrong
            ? throw new FormatException($"found &{{ sequence in ({wrong}), which is not supported in document version 2008-10-17")
            : texts;
    }

    private static void CheckSids(IReadOnlyList<PolicyStatement> statements, string what)
    {
        var twice = statements.Where(statement => statement.Sid.Length > 0).GroupBy(statement => statement.Sid).FirstOrDefault(same => same.Count() > 1);
        if (twice is not null)
        {
            throw new FormatException($"duplicate Sid ({twice.Key}) in {what}s; ensure the Sid is unique");
        }
    }

    private static List<Policy> Documents(Struct args, string name)
    {
        var policies = Texts(args, name).Where(text => text.Length > 0).Select(PolicyReader.Read).ToList();
        if (name == "sourcePolicyDocuments")
        {
            CheckSids([.. policies.SelectMany(policy => policy.Statements)], "source document");
        }

        return policies;
    }

    private static IEnumerable<Struct> Items(Struct bag, string name) =>
        List(bag, name).Where(item => item.KindCase == Value.KindOneofCase.StructValue).Select(item => item.StructValue);

    private static IReadOnlyList<string> Texts(Struct bag, string name) =>
        [.. List(bag, name).Select(WireValue.Text).OfType<string>()];

    private static IEnumerable<Value> List(Struct bag, string name) =>
        bag.Fields.TryGetValue(name, out var list) && WireValue.Unwrap(list) is { KindCase: Value.KindOneofCase.ListValue } plain
            ? plain.ListValue.Values.Select(WireValue.Unwrap)
            : [];

    // CRC-32 (IEEE 802.3), the provider's id for things without one.
    private static uint Checksum(string text)
    {
        var crc = uint.MaxValue;
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            crc ^= octet;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
