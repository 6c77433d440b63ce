using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Platform.Graph;

namespace Platform.Tests.Tools.State;

/// <summary>
/// The stack export that a deployment of a plan would leave: the engine's own form (version 4, since the program has hooks), real ids and
/// names instead of placeholders, provider resources, what provider and engine add to inputs, secrets as ciphertext. The same plan always
/// makes the same text.
/// </summary>
internal static class DeployedState
{
    /// <summary>The member that marks what is no plain map.</summary>
    public const string Signature = "4dabf18193072939515e22adb298388d";

    private const string Engine = "v3.260.0";
    private const string Deployed = "2026-11-02T09:15:00.000000000Z";
    private const string SecretKind = "1b47061264138c4ac30d75fd1eb44270";
    private const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    // Asked of a resource by the program, kept by the engine under the same name.
    private static readonly string[] Kept = ["parent", "protect", "retainOnDelete", "ignoreChanges", "additionalSecretOutputs"];

    /// <summary>The export of a plan that was deployed as it is.</summary>
    public static JsonObject Of(ResourceGraph plan)
    {
        var planned = JsonNode.Parse(PlanJson.Write(plan).Span)!["resources"]!.AsArray().Select(resource => resource!.AsObject()).ToList();
        var resources = planned.Select(resource => Resource(resource, plan)).ToList();
        var providers = resources.Select(resource => resource["provider"]?.GetValue<string>()).OfType<string>().Where(IsDefault).Distinct(StringComparer.Ordinal).Select(Default);
        return RealNames.In(new JsonObject
        {
            ["version"] = 4,
            ["features"] = new JsonArray("hooks"),
            ["deployment"] = new JsonObject
            {
                ["manifest"] = new JsonObject { ["time"] = Deployed, ["magic"] = Hash(Engine), ["version"] = Engine },
                ["secrets_providers"] = new JsonObject
                {
                    ["type"] = "cloud",
                    ["state"] = new JsonObject { ["url"] = "awskms:///alias/platform-state?region=eu-west-1", ["encryptedkey"] = Base64("key", 48) },
                },
                ["resources"] = new JsonArray([.. resources.Take(1), .. providers, .. resources.Skip(1)]),
                ["metadata"] = new JsonObject(),
            },
        }, plan);
    }

    /// <summary>The living resource of a type and name.</summary>
    public static JsonObject Find(JsonObject export, string type, string name) => export["deployment"]!["resources"]!.AsArray()
        .Select(resource => resource!.AsObject())
        .Single(resource => resource["type"]!.GetValue<string>() == type && resource["urn"]!.GetValue<string>().EndsWith($"::{name}", StringComparison.Ordinal));

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static JsonObject Resource(JsonObject planned, ResourceGraph plan)
    {
        var (urn, type) = (planned["urn"]!.GetValue<string>(), planned["type"]!.GetValue<string>());
        var isCustom = planned["custom"]!.GetValue<bool>();
        var resource = new JsonObject { ["urn"] = urn, ["custom"] = isCustom, ["type"] = type };
        if (isCustom)
        {
            resource["id"] = planned["id"]?.DeepClone() ?? ProviderId(urn);
            resource["provider"] = type.StartsWith("pulumi:", StringComparison.Ordinal) ? null : Provider(planned, type, plan);
        }

        var inputs = Values(planned["inputs"]!, urn).AsObject();
        var outputs = Values(planned["outputs"]!, urn).AsObject();
        resource["inputs"] = ProviderFacts.Checked(type, inputs, outputs);
        resource["outputs"] = outputs;
        resource["dependencies"] = planned["dependencies"]!.DeepClone();
        resource["propertyDependencies"] = planned["propertyDependencies"]!.DeepClone();
        (resource["created"], resource["modified"]) = (Deployed, Deployed);
        resource["resourceHooks"] = planned["hooks"]?.DeepClone();
        foreach (var key in Kept)
        {
            resource[key] = planned[key]?.DeepClone();
        }

        foreach (var empty in resource.Where(member => member.Value is null or JsonArray { Count: 0 } or JsonObject { Count: 0 }).Select(member => member.Key).ToList())
        {
            resource.Remove(empty);     // the engine leaves out what is empty
        }

        return resource;
    }

    // Explicit providers get an id when they are made; the others belong to the engine, one for each package and version.
    private static string Provider(JsonObject planned, string type, ResourceGraph plan)
    {
        if (planned["provider"]?.GetValue<string>() is { } provider)
        {
            return provider.Replace(Unknown, ProviderId(provider[..provider.LastIndexOf("::", StringComparison.Ordinal)]), StringComparison.Ordinal);
        }

        var version = planned["version"]!.GetValue<string>().Replace('.', '_');
        var urn = $"urn:pulumi:{plan.Stack}::{plan.Project}::pulumi:providers:{type.Split(':')[0]}::default_{version}";
        return $"{urn}::{ProviderId(urn)}";
    }

    private static bool IsDefault(string provider) => provider.Contains("::default_", StringComparison.Ordinal);

    private static JsonObject Default(string provider)
    {
        var urn = provider[..provider.LastIndexOf("::", StringComparison.Ordinal)];
        var version = urn[(urn.LastIndexOf("default_", StringComparison.Ordinal) + "default_".Length)..].Replace('_', '.');
        return new()
        {
            ["urn"] = urn,
            ["custom"] = true,
            ["type"] = urn.Split("::")[2],
            ["id"] = ProviderId(urn),
            ["inputs"] = new JsonObject { ["__internal"] = new JsonObject(), ["version"] = version },
            ["outputs"] = new JsonObject { ["version"] = version },
            ["created"] = Deployed,
            ["modified"] = Deployed,
        };
    }

    private static string ProviderId(string urn) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(urn))[..16]).ToString();

    // What the plan does not show is ciphertext in a state, another one with each write.
    private static JsonNode Values(JsonNode value, string place) => value switch
    {
        JsonObject map => new JsonObject(map.Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : Values(member.Value, $"{place}.{member.Key}")))),
        JsonArray list => new JsonArray([.. list.Select((item, index) => item is null ? null : Values(item, $"{place}[{index}]"))]),
        JsonValue text when text.TryGetValue<string>(out var plain) && plain == "[secret]" => ProviderFacts.InTheClear(place) is { } known
            ? JsonValue.Create(known)
            : new JsonObject { [Signature] = SecretKind, ["ciphertext"] = $"v1:{Base64($"nonce {place}", 12)}:{Base64(place, 32)}" },
        _ => value.DeepClone(),
    };

    private static string Base64(string seed, int bytes) =>
        Convert.ToBase64String([.. SHA256.HashData(Encoding.UTF8.GetBytes(seed)), .. SHA256.HashData(Encoding.UTF8.GetBytes(seed + "'"))], 0, bytes);
}
