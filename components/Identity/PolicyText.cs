using System.Collections.Immutable;
using System.Text.Json;

namespace Platform.Components.Identity;

/// <summary>Writes policies as the JSON that IAM reads; the same statements always give the same text.</summary>
internal static class PolicyText
{
    public static Output<string> Of(params Statement[] statements) =>
        Output.All(statements.Select(statement => (Input<Resolved>)Resolve(statement))).Apply(Write);

    /// <summary>The trust policy of a role for a service of AWS, which may assume it for this account only.</summary>
    public static Output<string> TrustOf(string service, CallerAccount account) => Of(new Statement("Assume", "sts:AssumeRole")
    {
        Principal = Principal.Service(service),

        Conditions = SaysForWhomItAsks(service) ? [new Condition("StringEquals", "aws:SourceAccount", account.Id)] : [],
    });

    /// <summary>Whether a service is documented to name the account; the others hand roles to their own account only.</summary>
    private static bool SaysForWhomItAsks(string service) => service is not (
        "arc-region-switch.amazonaws.com" or "backup.amazonaws.com" or "ec2.amazonaws.com" or "ecs.amazonaws.com"
        or "lambda.amazonaws.com" or "rds.amazonaws.com" or "s3.amazonaws.com");

    private static Output<Resolved> Resolve(Statement statement) => Output
        .Tuple(
            Output.All(statement.Resources),
            Output.All(statement.Conditions.Select(condition => condition.Value)),
            (statement.Principal?.Name ?? "").ToOutput())
        .Apply(values => new Resolved(statement, values.Item1, values.Item2, values.Item3));

    private static string Write(ImmutableArray<Resolved> statements) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("Version", "2012-10-17");
        json.WriteStartArray("Statement");
        foreach (var statement in statements)
        {
            Write(json, statement);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Resolved statement)
    {
        json.WriteStartObject();
        json.WriteString("Sid", statement.Form.Sid);
        json.WriteString("Effect", statement.Form.Deny ? "Deny" : "Allow");
        if (statement.Form.Principal is { } principal)
        {
            if (principal.Kind == "*")
            {
                json.WriteString("Principal", "*");
            }
            else
            {
                json.WriteStartObject("Principal");
                json.WriteString(principal.Kind, statement.Principal);
                json.WriteEndObject();
            }
        }

        Write(json, "Action", statement.Form.Actions);
        if (statement.Resources.Length > 0)
        {
            Write(json, "Resource", statement.Resources);
        }

        WriteConditions(json, statement);
        json.WriteEndObject();
    }

    private static void WriteConditions(Utf8JsonWriter json, Resolved statement)
    {
        if (statement.Conditions.Length == 0)
        {
            return;
        }

        json.WriteStartObject("Condition");
        foreach (var group in statement.Form.Conditions.Zip(statement.Conditions).GroupBy(pair => pair.First.Operator))
        {
            json.WriteStartObject(group.Key);
            foreach (var (condition, value) in group)
            {
                if (condition.Or.Length == 0)
                {
                    json.WriteString(condition.Key, value);
                }
                else
                {
                    Write(json, condition.Key, [value, .. condition.Or]);
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private sealed record Resolved(
        Statement Form, ImmutableArray<string> Resources, ImmutableArray<string> Conditions, string Principal);
}
