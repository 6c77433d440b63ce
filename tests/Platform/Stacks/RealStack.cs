using System.Collections.Concurrent;
using Platform.Infra.Settings;
using Platform.Stacks;
using Platform.Tests.Infra;

namespace Platform.Tests.Stacks;

/// <summary>The three environments with the settings of their files, each planned once for all tests: a plan does not change any more.</summary>
internal static class RealStack
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<Sandbox>>> Plans = new(StringComparer.Ordinal);

    public static Task<Sandbox> Run(string environment) => Plans.GetOrAdd(environment, name => new(() => Make(name))).Value;

    private static Task<Sandbox> Make(string environment) => Sandbox.Run(() => _ = environment switch
    {
        "dev" => (Stack)new DevStack(SettingsReader.Dev(StackFile.Read("dev"))),
        "staging" => new StagingStack(SettingsReader.Clustered(StackFile.Read("staging"))),
        "prod" => new ProdStack(SettingsReader.Prod(StackFile.Read("prod"))),
        _ => throw new ArgumentOutOfRangeException(nameof(environment), environment, "There is no such environment."),
    });
}
