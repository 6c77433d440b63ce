using System.Text.Json;
using Platform.Bootstrap;

namespace Platform.Tests.Bootstrap;

/// <summary>The bootstrap of an environment, and what it lets a role do.</summary>
internal static class GivenBootstrap
{
    /// <summary>Where it and its tables are.</summary>
    public static readonly string Folder = Path.Combine(Repository.Root, "bootstrap");

    public static TheoryData<string> Environments => ["dev", "staging", "prod"];

    public static IEnumerable<JsonElement> Statements(Sandbox plan, string name) => plan.Registered
        .Where(r => r.Type == "aws:iam/policy:Policy" && r.Name.StartsWith(name, StringComparison.Ordinal))
        .SelectMany(policy => JsonElement.Parse((string)policy["policy"]!).GetProperty("Statement").EnumerateArray());

    public static bool IsAllow(JsonElement statement) => statement.GetProperty("Effect").GetString() == "Allow";

    public static Task<Sandbox> Run(string environment, Func<BootstrapSettings, BootstrapSettings>? change = null)
    {
        var settings = new BootstrapSettings(
            environment, "eu-west-1", [], ["111122223333"], "example/shop", "shop-team", "cc-1042", IdentityProviderArn: null, StateBucket: null, StateKeyArn: null);
        return Sandbox.Run(() => new BootstrapStack(change is null ? settings : change(settings)));
    }
}
