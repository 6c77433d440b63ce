using Platform.Graph;

namespace Platform.Tests.Tools.Recovery;

/// <summary>What a deployment would do to whatever holds data, judged without knowing how a provider replaces: any change at all is told.</summary>
/// <param name="State">What is deployed.</param>
/// <param name="Plan">What the program wants.</param>
internal sealed record Move(ResourceGraph State, ResourceGraph Plan)
{
    private IEnumerable<Resource> Held => State.Resources.Where(resource => StatefulTypes.All.Contains(resource.Type));

    /// <summary>What holds data and would go, by URN.</summary>
    public IEnumerable<string> Gone => Held.Where(resource => Plan.Find(resource.Urn) is null).Select(resource => resource.Urn);

    /// <summary>What holds data and would be made.</summary>
    public IEnumerable<string> Made => Plan.Resources
        .Where(resource => StatefulTypes.All.Contains(resource.Type) && State.Find(resource.Urn) is null)
        .Select(resource => resource.Name).Order(StringComparer.Ordinal);

    /// <summary>
    /// Every input of what holds data that would change, as <c>name.input</c>; so too a change of provider, which would mean another region.
    /// </summary>
    public IEnumerable<string> Changes =>
        from old in Held
        let wanted = Plan.Find(old.Urn)
        where wanted is not null
        from change in Changed(old, wanted)
        select $"{old.Name}.{change}";

    private static IEnumerable<string> Changed(Resource old, Resource wanted) => old.Inputs.Members.Keys.Union(wanted.Inputs.Members.Keys)
        .Except(wanted.Settings.IgnoreChanges)
        .Where(key => !Equals(old.Inputs.Members.GetValueOrDefault(key), wanted.Inputs.Members.GetValueOrDefault(key)))
        .Concat(old.Provider == wanted.Provider ? [] : ["provider"])
        .Order(StringComparer.Ordinal);
}
