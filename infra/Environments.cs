using Platform.Infra.Settings;
using Platform.Stacks;

namespace Platform.Infra;

/// <summary>
/// The environments there are, by the name of their stack. The runtime asks for the stack once it is connected to the engine, so that
/// whatever is wrong is told like every other error of a program.
/// </summary>
public sealed class Environments(EngineCall engine) : IServiceProvider
{
    private static readonly SortedDictionary<string, Func<EngineCall, Stack>> Known = new(StringComparer.Ordinal)
    {
        ["dev"] = call => new DevStack(SettingsReader.Dev(call)),
        ["staging"] = call => new StagingStack(SettingsReader.Clustered(call)),
        ["prod"] = call => new ProdStack(SettingsReader.Prod(call)),
    };

    /// <summary>The stack the engine asks for.</summary>
    /// <param name="serviceType">Always <see cref="Stack"/>.</param>
    /// <exception cref="RunException">There is no such environment, or its settings are wrong.</exception>
    public object? GetService(Type serviceType) => serviceType == typeof(Stack) ? Build() : null;

    private Stack Build()
    {
        if (Known.TryGetValue(engine.Stack, out var build))
        {
            return build(engine);
        }

        var hint = Spelling.Nearest(engine.Stack, Known.Keys) is { } meant ? $"did you mean '{meant}'?" : "choose one of those";
        throw new RunException(
            $"Pulumi.{engine.Stack}.yaml, '{engine.Stack}' is not an environment of this program, which has: {string.Join(", ", Known.Keys)}; {hint}");
    }
}
