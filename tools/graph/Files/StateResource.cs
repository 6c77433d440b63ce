using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Platform.Graph.Files;

/// <summary>Reads one resource in the form it has in a state file.</summary>
internal static class StateResource
{
    public static Resource Read(JsonElement item)
    {
        var urn = StateJson.Text(item, "urn") ?? throw new FormatException("a resource has no 'urn'; the file was changed by hand or damaged, get it again.");
        return Read(item, urn);
    }

    /// <summary>The resource with the URN that stands beside it.</summary>
    public static Resource Read(JsonElement item, string urn)
    {
        try
        {
            return Properties(item, urn);
        }
        catch (Exception problem) when (problem is FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException($"{urn}: {problem.Message}", problem);
        }
    }

    private static Resource Properties(JsonElement item, string urn) => new()
    {
        Urn = urn,
        Name = NameOf(urn),
        Type = StateJson.Text(item, "type") ?? TypeOf(urn),
        Parent = StateJson.Text(item, "parent"),
        Provider = StateJson.Text(item, "provider"),
        Custom = StateJson.Flag(item, "custom"),
        External = StateJson.Flag(item, "external"),
        Id = StateJson.Text(item, "id"),
        Inputs = Map(item, "inputs"),
        Outputs = Map(item, "outputs"),
        Dependencies = [.. StateJson.Texts(item, "dependencies").Order(StringComparer.Ordinal)],
        PropertyDependencies = item.TryGetProperty("propertyDependencies", out var properties) && properties.ValueKind == JsonValueKind.Object
            ? properties.EnumerateObject().ToImmutableSortedDictionary(
                property => property.Name,
                property => StateJson.TextsOf(property.Value).Sort(StringComparer.Ordinal),
                StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.WithComparers(StringComparer.Ordinal),
        Condition = StateJson.Flag(item, "taint") ? ResourceCondition.Tainted
            : StateJson.Texts(item, "initErrors").Length > 0 ? ResourceCondition.NotReady
            : ResourceCondition.Ready,
        Settings = new ResourceSettings
        {
            Protect = StateJson.Flag(item, "protect"),
            RetainOnDelete = StateJson.Flag(item, "retainOnDelete"),
            IgnoreChanges = StateJson.Texts(item, "ignoreChanges"),
            ReplaceOnChanges = StateJson.Texts(item, "replaceOnChanges"),
            AdditionalSecretOutputs = StateJson.Texts(item, "additionalSecretOutputs"),
            Aliases = StateJson.Texts(item, "aliases"),
            ImportId = StateJson.Text(item, "importID"),
            DeletedWith = StateJson.Text(item, "deletedWith"),
            ReplaceWith = StateJson.Texts(item, "replaceWith"),
            ReplacementTrigger = item.TryGetProperty("replacementTrigger", out var trigger) && trigger.ValueKind != JsonValueKind.Null ? PropertyJson.Read(trigger) : null,
            HideDiffs = StateJson.Texts(item, "hideDiff"),
            Hooks = item.TryGetProperty("resourceHooks", out var hooks) && hooks.ValueKind == JsonValueKind.Object
                ? hooks.EnumerateObject().ToImmutableSortedDictionary(moment => moment.Name, moment => StateJson.TextsOf(moment.Value), StringComparer.Ordinal)
                : ResourceSettings.Default.Hooks,
            CustomTimeouts = Timeouts(item),
        },
    };

    private static MapValue Map(JsonElement item, string name) =>
        item.TryGetProperty(name, out var map) && map.ValueKind == JsonValueKind.Object ? PropertyJson.ReadMap(map) : MapValue.Empty;

    // A state has seconds, a program writes 5m0s.
    private static ImmutableSortedDictionary<string, string> Timeouts(JsonElement item)
    {
        var none = ResourceSettings.Default.CustomTimeouts;
        return item.TryGetProperty("customTimeouts", out var timeouts) && timeouts.ValueKind == JsonValueKind.Object
            ? none.AddRange(timeouts.EnumerateObject()
                .Where(entry => entry.Value.ValueKind == JsonValueKind.Number && entry.Value.GetDouble() > 0)
                .Select(entry => KeyValuePair.Create(entry.Name, entry.Value.GetDouble().ToString(CultureInfo.InvariantCulture) + "s")))
            : none;
    }

    // The name may hold "::" itself; stack, project and types may not.
    private static string NameOf(string urn) => urn.Split("::", 4) is [_, _, _, var name] ? name
        : throw new FormatException("this is no URN of the form urn:pulumi:STACK::PROJECT::TYPE::NAME; the file was changed by hand or damaged.");

    private static string TypeOf(string urn) => urn.Split("::", 4)[2].Split('$')[^1];
}
