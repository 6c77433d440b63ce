using System.Collections.Immutable;
using Platform.Graph;
using Platform.Insights.Diff.Facts;

namespace Platform.Insights.Diff;

/// <summary>Puts together what a change of an existing resource means.</summary>
internal static class Verdict
{
    public static ResourceChange Of(ChangeKind kind, Resource old, Resource now, ImmutableArray<PropertyChange> properties, Replacement replacement)
    {
        var first = replacement == Replacement.Never || kind == ChangeKind.Rename || old.Settings.RetainOnDelete ? null : PhysicalName.DeletedFirst(old, now);
        var (radius, reason, source) = kind switch
        {
            ChangeKind.Rename => (BlastRadius.None, "only its identity in the stack changes", null),
            ChangeKind.Replace when old.Settings.RetainOnDelete => (BlastRadius.Downtime, "the old one stays, empty of users, and a new one takes its place (retainOnDelete)", null),
            ChangeKind.Replace => OfReplacement(now.Type, first),
            _ when replacement == Replacement.Possible => OfPossible(now.Type, properties, first),
            _ => OfUpdate(now.Type, properties),
        };
        return new(kind, now.Urn, now.Type, now.Name)
        {
            OldUrn = old.Urn == now.Urn ? null : old.Urn,
            Properties = properties,
            Replacement = replacement,
            BlastRadius = radius,
            BlastReason = reason + Timing(now, radius),
            BlastSource = source,
            IsStateful = BlastTable.IsStateful(now.Type),
            Notes = [.. Notes(kind, old, now, first)],
        };
    }

    private static IEnumerable<string> Notes(ChangeKind kind, Resource old, Resource now, string? first)
    {
        if (kind == ChangeKind.Replace && old.Settings.Protect && now.Settings.Protect)
        {
            yield return "it is protected: pulumi refuses to replace it";
        }

        if (first is not null)
        {
            yield return $"{(kind == ChangeKind.Replace ? "" : "if it is replaced, ")}the old one is deleted before the new one is made: {first}";
        }

        // A hook is code of the program, which nobody runs here: it may refuse what the comparison finds harmless.
        foreach (var hook in kind == ChangeKind.Update ? now.Settings.Hooks.GetValueOrDefault("beforeUpdate", []) : [])
        {
            yield return $"the program's hook '{hook}' runs first and may refuse this";
        }
    }

    // What is missing between the old one and the new one is missed by everybody, not only by those who are connected.
    private static (BlastRadius Radius, string Reason, string? Source) OfReplacement(string type, string? first) =>
        BlastTable.OfEnding(type) is { Radius: BlastRadius.ConnectionLoss } ending && first is not null
            ? (BlastRadius.Downtime, ending.Reason, ending.Source)
            : BlastTable.OfEnding(type);

    private static (BlastRadius Radius, string Reason, string? Source) OfUpdate(string type, ImmutableArray<PropertyChange> properties) =>
        BlastTable.OfUpdate(type, properties.Select(property => property.Path));

    private static (BlastRadius Radius, string Reason, string? Source) OfPossible(string type, ImmutableArray<PropertyChange> properties, string? first)
    {
        var (ending, update) = (OfReplacement(type, first), OfUpdate(type, properties));
        return update.Radius > ending.Radius ? update
            : ending.Source is null ? (ending.Radius, "nothing is known about changing this type", null)
            : (ending.Radius, $"if it is replaced: {ending.Reason}", ending.Source);
    }

    // Databases wait for their window unless they are told not to; a replacement never waits.
    private static string Timing(Resource resource, BlastRadius radius) =>
        radius is BlastRadius.Downtime or BlastRadius.ConnectionLoss && resource.Inputs["applyImmediately"]?.AsBool == false
            ? resource.Inputs["maintenanceWindow"]?.AsText is { } window ? $"; it waits for the maintenance window ({window})" : "; it waits for the maintenance window"
            : "";
}
