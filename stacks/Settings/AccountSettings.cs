using Platform.Components.Accounts;
using Platform.Components.Network.Addresses;

namespace Platform.Stacks.Settings;

/// <summary>Where an environment runs.</summary>
/// <param name="Region">Region code, one of <see cref="Zones.Regions"/>.</param>
/// <param name="AllowedAccountIds">The only accounts a deployment may touch; empty: whichever the credentials belong to.</param>
/// <param name="AssumeRole">Role that deploys, by ARN; null: the credentials at hand deploy themselves.</param>
/// <param name="PermissionsBoundary">Policy that limits every role the environment makes, by ARN; null: their own policies alone do.</param>
public sealed record AccountSettings(string Region, IReadOnlyList<string> AllowedAccountIds, string? AssumeRole, string? PermissionsBoundary)
{
    /// <summary>The account as its component is given it.</summary>
    /// <param name="tags">Tags of every resource.</param>
    /// <param name="region">Region, if not the environment's own.</param>
    public CloudAccountArgs Args(IReadOnlyDictionary<string, string> tags, string? region = null) => new()
    {
        Region = region ?? Region,
        AllowedAccountIds = AllowedAccountIds,
        AssumeRoleArn = AssumeRole,
        Tags = tags,
    };
}

/// <summary>The tags every resource carries.</summary>
/// <param name="Owner">Team to call.</param>
/// <param name="CostCentre">Who pays.</param>
/// <param name="DataClass">The most sensitive data the environment may hold.</param>
public sealed record OwnershipSettings(string Owner, string CostCentre, DataClass DataClass)
{
    /// <summary>The tags of an environment.</summary>
    /// <param name="environment">Its name.</param>
    public IReadOnlyDictionary<string, string> TagsOf(string environment) => new Dictionary<string, string>
    {
        ["owner"] = Owner,
        ["environment"] = environment,
        ["cost-centre"] = CostCentre,
        ["data-class"] = DataClass.ToString().ToLowerInvariant(),
        ["managed-by"] = "pulumi",
    };
}

/// <summary>How sensitive data is.</summary>
public enum DataClass
{
    /// <summary>Anybody may read it.</summary>
    Public,

    /// <summary>Everybody in the company may read it.</summary>
    Internal,

    /// <summary>Only those who need it may read it.</summary>
    Confidential,

    /// <summary>Law or contract says who may read it.</summary>
    Restricted,
}
