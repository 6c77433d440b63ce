using System.Text.Json;

namespace Platform.Bootstrap;

/// <summary>What an account's bootstrap may choose: the typed form of <c>bootstrap/Pulumi.&lt;env&gt;.yaml</c>. It holds no secret.</summary>
/// <param name="Environment">The environment whose account it is: the name of the stack.</param>
/// <param name="Region">Region of the environment.</param>
/// <param name="MoreRegions">Other regions the environment has something in, such as the one that takes over.</param>
/// <param name="AllowedAccountIds">The only account it may touch.</param>
/// <param name="Repository">Repository that deploys, as <c>owner/name</c>.</param>
/// <param name="Owner">Team to call.</param>
/// <param name="CostCentre">Who pays.</param>
/// <param name="IdentityProviderArn">GitHub's identity provider, when the account has it already.</param>
/// <param name="StateBucket">Bucket of the state, when it is there already; its key must be too.</param>
/// <param name="StateKeyArn">Key of the state, when it is there already.</param>
public sealed record BootstrapSettings(
    string Environment,
    string Region,
    IReadOnlyList<string> MoreRegions,
    IReadOnlyList<string> AllowedAccountIds,
    string Repository,
    string Owner,
    string CostCentre,
    string? IdentityProviderArn,
    string? StateBucket,
    string? StateKeyArn)
{
    /// <summary>Reads the configuration of the running stack.</summary>
    /// <exception cref="RunException">One line for each thing that is wrong.</exception>
    public static BootstrapSettings Read()
    {
        var (aws, platform) = (new Config("aws"), new Config("platform"));
        var problems = new List<string>();
        var settings = new BootstrapSettings(
            Deployment.Instance.StackName,
            Text(aws, "region", "the code of a region such as eu-west-1"),
            Texts(platform.Get("moreRegions")),
            Texts(aws.Get("allowedAccountIds")),
            Text(platform, "repository", "the repository that deploys, such as example/shop"),
            Member(platform.Get("ownership"), "owner") ?? "",
            Member(platform.Get("ownership"), "costCentre") ?? "",
            Member(platform.Get("adopt"), "identityProviderArn"),
            Member(platform.Get("adopt"), "stateBucket"),
            Member(platform.Get("adopt"), "stateKeyArn"));

        Require(settings.AllowedAccountIds.Count == 1, "aws:allowedAccountIds must name the one account of the environment");
        Require(settings.Owner.Length > 0, "platform:ownership.owner is missing; set the team to call, such as shop-team");
        Require(settings.CostCentre.Length > 0, "platform:ownership.costCentre is missing; set who pays, such as cc-1042");
        Require(
            settings.StateBucket is null == settings.StateKeyArn is null,
            "platform:adopt names stateBucket or stateKeyArn alone; the two belong together");
        return problems.Count == 0 ? settings : throw new RunException(string.Join('\n', problems));

        string Text(Config config, string key, string form)
        {
            var value = config.Get(key);
            Require(!string.IsNullOrWhiteSpace(value), $"{(config == aws ? "aws" : "platform")}:{key} is missing; set {form}");
            return value ?? "";
        }

        void Require(bool sound, string otherwise)
        {
            if (!sound)
            {
                problems.Add($"bootstrap/Pulumi.{Deployment.Instance.StackName}.yaml, {otherwise}");
            }
        }
    }

    /// <summary>Region that keeps a copy of the state: the first of the others; null where there is none, or the bucket is somebody else's.</summary>
    public string? CopiesTo => StateBucket is null && MoreRegions.Count > 0 ? MoreRegions[0] : null;

    /// <summary>Tags of every resource.</summary>
    public IReadOnlyDictionary<string, string> Tags => new Dictionary<string, string>
    {
        ["owner"] = Owner,
        ["environment"] = Environment,
        ["cost-centre"] = CostCentre,
        ["data-class"] = "restricted",
        ["managed-by"] = "pulumi",
    };

    private static List<string> Texts(string? json) => Parsed(json) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Select(item => item.ToString())]
        : [];

    private static string? Member(string? json, string key) =>
        Parsed(json) is { ValueKind: JsonValueKind.Object } block && block.TryGetProperty(key, out var value) ? value.ToString() : null;

    private static JsonElement? Parsed(string? json)
    {
        try
        {
            return json is null ? null : JsonElement.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
