using System.Collections.Immutable;
using Platform.Components.Observability.Signals;

namespace Platform.Components;

/// <summary>What a component tells the tools about itself: its <c>platform</c> output, in the plan and in the state alike.</summary>
internal static class Declaration
{
    /// <summary>Form of the output; raised when a key changes its meaning.</summary>
    public const int Version = 1;

    extension(ComponentResource self)
    {
        /// <summary>The declaration: version, tier, the service targets the component answers for, its signals, overrides in use.</summary>
        /// <exception cref="ResourceException">An override met no child.</exception>
        public Output<ImmutableDictionary<string, object>> Declare(
            ServiceTier tier,
            ComponentResourceOptions? options,
            IReadOnlyDictionary<string, object>? targets = null,
            IReadOnlyList<Signal>? signals = null,
            IReadOnlyList<EventSignal>? events = null)
        {
            var overrides = Overriding.In(options).ToList();
            foreach (var missed in overrides.Where(use => use.Met.Count == 0))
            {
                self.Require(false, $"Override<{missed.Args}> met no child; remove it or name the arguments of a child.");
            }

            var said = new Dictionary<string, object>
            {
                ["version"] = Version,
                ["tier"] = tier.ToString().ToLowerInvariant(),
                ["targets"] = (targets ?? ImmutableDictionary<string, object>.Empty).ToImmutableDictionary(),
                ["signals"] = SignalText.Of(signals ?? []),
                ["overrides"] = overrides.Select(Entry).ToImmutableArray<object>(),
            };
            if (events is { Count: > 0 })
            {
                said["events"] = SignalText.Of(events);
            }

            return Output.Create(said.ToImmutableDictionary());
        }
    }

    private static ImmutableDictionary<string, object> Entry(Overriding use) => new Dictionary<string, object>
    {
        ["args"] = use.Args,
        ["because"] = use.Because,
        ["resources"] = use.Met.Order(StringComparer.Ordinal).ToImmutableArray<object>(),
    }.ToImmutableDictionary();
}
