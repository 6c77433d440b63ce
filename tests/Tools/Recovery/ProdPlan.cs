using System.Collections.Concurrent;
using Platform.Graph;
using Platform.Tests.Tools.Repository;

namespace Platform.Tests.Tools.Recovery;

/// <summary>Plans of production as their files have them, with the options of every resource; read once each.</summary>
internal static class ProdPlan
{
    public const string Home = "eu-west-1";

    public const string Second = "eu-central-1";

    private static readonly ConcurrentDictionary<string, Lazy<Task<ResourceGraph>>> Read = new(StringComparer.Ordinal);

    /// <summary>The plan of production with one region active, after so many databases were made.</summary>
    public static Task<ResourceGraph> Of(string active, int databases, string strategy = "warmStandby") => Read.GetOrAdd(
        $$"""platform:recovery={"strategy":"{{strategy}}","region":"{{Second}}","activeRegion":"{{active}}","databases":{{databases}},"cidr":"10.23.0.0/16","zones":3,"nat":"single"}""",
        setting => new(() => OwnPlan.AsWritten("prod", setting))).Value;
}
