using System.Collections.Immutable;
using Platform.Graph;

namespace Platform.Insights.Diff;

/// <summary>Puts together what a change of an existing resource means.</summary>
internal static class Verdict
{
    public static ResourceChange Of(ChangeKind kind, Resource old, Resource now, ImmutableArray<PropertyChange> properties, Replacement replacement)
    {
        var (radius, reason, source) = kind switch
        {
            ChangeKind.Rename => (BlastRadius.None, "only its identity in the stack changes", null),
            ChangeKind.Replace when old.Settings.RetainOnDelete => (BlastRadius.Downtime, "the old one stays, empty of users, and a new one takes its place (retainOnDelete)", null),
            ChangeKind.Replace => BlastTable.OfEnding(now.Type),
            _ when replacement == Replacement.Possible && BlastTable.OfEnding(now.Type) is { Radius: > BlastRadius.Unknown } worst => worst,
            _ when replacement == Replacement.Possible => (BlastRadius.Unknown, "nothing is known about changing this type", null),
            _ => BlastTable.OfUpdate(now.Type, properties.Select(property => property.Path)),
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
            Notes = kind == ChangeKind.Replace && old.Settings.Protect && now.Settings.Protect ? ["it is protected: pulumi refuses to replace it"] : [],
        };
    }

    // Databases wait for their window unless they are told not to; a replacement never waits.
    private static string Timing(Resource resource, BlastRadius radius) =>
        radius is BlastRadius.Downtime or BlastRadius.ConnectionLoss && resource.Inputs["applyImmediately"]?.AsBool == false
            ? resource.Inputs["maintenanceWindow"]?.AsText is { } window ? $"; it waits for the maintenance window ({window})" : "; it waits for the maintenance window"
            : "";
}
