using System.Text.Json.Nodes;
using Platform.Graph;

namespace Platform.Tests.Tools.State;

/// <summary>What providers add to the inputs of a resource before they are kept: defaults of their schema, names, tags and the region.</summary>
internal static class ProviderFacts
{
    // Arguments with a default in the schema of the AWS provider (hashicorp/terraform-provider-aws, internal/service/…), of what holds data.
    private static readonly Dictionary<string, string> Defaults = new(StringComparer.Ordinal)
    {
        ["aws:ecr/repository:Repository"] = """{"forceDelete":false,"imageTagMutability":"MUTABLE"}""",
        ["aws:elasticache/replicationGroup:ReplicationGroup"] = """{"automaticFailoverEnabled":false,"multiAzEnabled":false}""",
        ["aws:kms/key:Key"] = """{"bypassPolicyLockoutSafetyCheck":false,"customerMasterKeySpec":"SYMMETRIC_DEFAULT","enableKeyRotation":false,"isEnabled":true,"keyUsage":"ENCRYPT_DECRYPT"}""",
        ["aws:kms/replicaKey:ReplicaKey"] = """{"bypassPolicyLockoutSafetyCheck":false,"enabled":true}""",
        ["aws:rds/instance:Instance"] = """{"autoMinorVersionUpgrade":true,"copyTagsToSnapshot":false,"dedicatedLogVolume":false,"deleteAutomatedBackups":true,"monitoringInterval":0,"performanceInsightsEnabled":false,"publiclyAccessible":false,"skipFinalSnapshot":false}""",
        ["aws:s3/bucket:Bucket"] = """{"forceDestroy":false}""",
        ["aws:secretsmanager/secret:Secret"] = """{"forceOverwriteReplicaSecret":false,"recoveryWindowInDays":30}""",
        ["aws:ec2/securityGroup:SecurityGroup"] = """{"description":"Managed by Pulumi","revokeRulesOnDelete":false}""",
    };

    // What the engine names itself where the program does not.
    private static readonly string[] Names = ["name", "bucket", "identifier"];

    /// <summary>The name a resource got from the engine; null when the program said it, or a prefix of it.</summary>
    public static string? AutoNamed(Resource resource) => !resource.Custom || !resource.Type.StartsWith("aws:", StringComparison.Ordinal) ? null
        : Names.Where(key => IsFree(key, resource.Inputs.Members.ContainsKey)).Select(key => resource.Outputs[key]?.AsText)
            .FirstOrDefault(name => name?.StartsWith($"{resource.Name}-", StringComparison.Ordinal) == true);

    /// <summary>A text that the plan keeps back because it contains a word that is secret elsewhere; a state shows it.</summary>
    public static string? InTheClear(string place) => place.EndsWith(".accessString", StringComparison.Ordinal) ? "on ~* &* +@all -@admin -@dangerous" : null;

    /// <summary>Inputs as the provider hands them back from its check.</summary>
    public static JsonObject Checked(string type, JsonObject inputs, JsonObject outputs)
    {
        if (!type.StartsWith("aws:", StringComparison.Ordinal))
        {
            return inputs;
        }

        var added = JsonNode.Parse(Defaults.GetValueOrDefault(type, "{}"))!.AsObject().Where(entry => !inputs.ContainsKey(entry.Key)).ToList();
        var names = Names.Where(key => IsFree(key, inputs.ContainsKey) && IsNameOf(outputs[key])).ToList();
        foreach (var (key, value) in added)
        {
            inputs[key] = value!.DeepClone();
            outputs[key] ??= value.DeepClone();
        }

        foreach (var key in names)
        {
            inputs[key] = outputs[key]!.DeepClone();
        }

        foreach (var nested in inputs.Select(member => member.Value).OfType<JsonObject>().Where(value => !value.ContainsKey(DeployedState.Signature)))
        {
            nested["__defaults"] = new JsonArray();
        }

        inputs["__defaults"] = new JsonArray([.. added.Select(entry => entry.Key).Concat(names).Order(StringComparer.Ordinal).Select(key => JsonValue.Create(key))]);
        foreach (var injected in (string[])["tagsAll", "region"])
        {
            if (outputs[injected] is { } value)
            {
                inputs[injected] ??= value.DeepClone();
            }
        }

        return inputs;
    }

    private static bool IsFree(string key, Func<string, bool> isGiven) => !isGiven(key) && !isGiven($"{key}Prefix");

    private static bool IsNameOf(JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var name) && RealNames.AreInvented(name);
}
