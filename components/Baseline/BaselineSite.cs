using Platform.Components.Identity;

namespace Platform.Components.Baseline;

/// <summary>What every piece of a baseline needs to know.</summary>
internal sealed class BaselineSite(string name, SecurityBaselineArgs args, CallerAccount account, int trailLogDays, Resource owner)
{
    public string Name => name;

    public SecurityBaselineArgs Args => args;

    public CallerAccount Account => account;

    public int TrailLogDays => trailLogDays;

    /// <summary>Every region that is watched, that of the environment first.</summary>
    public IEnumerable<string> Regions => [args.Region, .. args.MoreRegions];

    public CustomResourceOptions Child => new() { Parent = owner };

    public ComponentResourceOptions Within => new() { Parent = owner };

    public CustomResourceOptions After(params Resource[] before) =>
        CustomResourceOptions.Merge(Child, new CustomResourceOptions { DependsOn = { before } });

    /// <summary>What stands in one region is named after it.</summary>
    public string In(string piece, string region) => $"{name}-{piece}-{region}";
}
