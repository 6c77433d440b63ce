using Platform.Graph;
using Platform.Insights.Diff.Inputs;

namespace Platform.Insights.Diff;

/// <summary>What is no input and changes a resource all the same: its region, its import, how it was left, its trigger.</summary>
internal static class Circumstances
{
    // How replaceOnChanges names a resource that did not become ready.
    private const string InitError = "#initerror";

    public static IEnumerable<PropertyChange> Of(Resource old, Resource now)
    {
        if (old.Region is { } from && now.Region is { } to && from != to)
        {
            yield return new("region", PropertyValue.Of(from), PropertyValue.Of(to))
            {
                Replacement = Replacement.Certain,
                Reason = "a resource cannot move to another region (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support)",
            };
        }

        if (now.Settings.ImportId is { } wanted && (old.Settings.ImportId ?? old.Id) is { } has && wanted != has)
        {
            yield return new("import", PropertyValue.Of(has), PropertyValue.Of(wanted)) { Replacement = Replacement.Certain, Reason = "the program takes over another one in its place (import)" };
        }

        if (old.Condition == ResourceCondition.Tainted)
        {
            yield return new("taint", null, null) { Replacement = Replacement.Certain, Reason = "it was marked for replacement (pulumi state taint)" };
        }
        else if (old.Condition == ResourceCondition.NotReady)
        {
            var replaces = now.Settings.ReplaceOnChanges.Any(pattern => pattern is "*" or InitError);
            yield return new("initErrors", null, null)
            {
                Replacement = replaces ? Replacement.Certain : Replacement.Never,
                Reason = replaces ? "it did not become ready, and the program wants it replaced then (replaceOnChanges)" : "it did not become ready; the update tries again",
            };
        }
    }

    /// <summary>What a changed trigger does; <c>Undecided</c> if what differs may be a secret. No trigger on one side is no change.</summary>
    public static (IEnumerable<PropertyChange> Changes, bool Undecided) Trigger(Resource old, Resource now, Translation translation)
    {
        if (old.Settings.ReplacementTrigger is not { } then || now.Settings.ReplacementTrigger is not { } given || then is NullValue || given is NullValue)
        {
            return ([], false);
        }

        var (changed, undecided) = Compare(then, given, translation);
        return changed
            ? ([new("replacementTrigger", then, given) { Replacement = Replacement.Certain, Reason = "the program asks for it (replacementTrigger)" }], false)
            : ([], undecided);
    }

    // A secret may have changed or not; nobody here can tell.
    private static (bool Changed, bool Undecided) Compare(PropertyValue? old, PropertyValue? now, Translation translation) => (old, now) switch
    {
        (NullValue or null, NullValue or null) => (false, false),
        (_, UnknownValue) => (true, false),
        (SecretValue, _) or (_, SecretValue) => (false, true),
        (MapValue then, MapValue given) => All(then.Members.Keys.Union(given.Members.Keys, StringComparer.Ordinal).Select(key => Compare(then[key], given[key], translation))),
        (ListValue then, ListValue given) => All(Enumerable.Range(0, Math.Max(then.Items.Length, given.Items.Length)).Select(index => Compare(then[index], given[index], translation))),
        (TextValue(var then), TextValue(var given)) => (then != given && then != translation.Read(given), false),
        _ => (old is null || !old.Equals(now), false),
    };

    private static (bool Changed, bool Undecided) All(IEnumerable<(bool Changed, bool Undecided)> parts) =>
        parts.Aggregate((Changed: false, Undecided: false), (all, part) => (all.Changed || part.Changed, all.Undecided || part.Undecided));
}
