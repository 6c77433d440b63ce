using Platform.Graph;

namespace Platform.Tests.Tools.Engine.Programs;

/// <summary>One option of a resource, and how the graph of the twins shows that they use it.</summary>
/// <param name="TypeScript">Interface and member in the declarations of the official npm SDK.</param>
/// <param name="DotNet">Type and members in the official .NET SDK, apart by commas; empty if it has no such option.</param>
/// <param name="Shows">Whether a graph shows it.</param>
internal sealed record TwinOption(string TypeScript, string DotNet, Func<ResourceGraph, bool> Shows)
{
    /// <summary>Every option there is; a test compares the list with the declarations of both official SDKs.</summary>
    public static readonly TwinOption[] All =
    [
        new("ResourceOptions.id", "ResourceOptions.Id", graph => graph.Named("read") is { External: true, Id: "sad-dog" }),
        new("ResourceOptions.parent", "ResourceOptions.Parent", graph => graph.Named("tied").Parent == graph.Named("ordered").Urn),
        new("ResourceOptions.dependsOn", "ResourceOptions.DependsOn", graph => graph.Named("ordered").Dependencies.Contains(graph.Named("group-pet").Urn)),
        new("ResourceOptions.protect", "ResourceOptions.Protect", graph => graph.Named("full").Settings.Protect && graph.Named("group-pet").Settings.Protect),
        new("ResourceOptions.ignoreChanges", "ResourceOptions.IgnoreChanges", graph => Full(graph).IgnoreChanges is ["length", "keepers.size"]),
        new("ResourceOptions.replaceOnChanges", "ResourceOptions.ReplaceOnChanges", graph => Full(graph).ReplaceOnChanges is ["prefix"]),
        new("ResourceOptions.replacementTrigger", "ResourceOptions.ReplacementTrigger", graph => Full(graph).ReplacementTrigger is { } trigger && trigger["release"]!.AsNumber == 7 && trigger["key"] is SecretValue),
        new("ResourceOptions.version", "ResourceOptions.Version", graph => Full(graph).Version == "4.20.0"),
        new("ResourceOptions.aliases", "ResourceOptions.Aliases", graph => Full(graph).Aliases.Length == 5),
        new("ResourceOptions.provider", "ResourceOptions.Provider", graph => graph.Named("full").Provider!.Split("::")[3] == "dice"),
        new("ResourceOptions.customTimeouts", "ResourceOptions.CustomTimeouts", graph => Full(graph).CustomTimeouts.Count == 3),
        new("ResourceOptions.transformations", "ResourceOptions.ResourceTransformations", graph => graph.Named("group-pet").Inputs["separator"]!.AsText == "_"),
        new("ResourceOptions.transforms", "ResourceOptions.ResourceTransforms", graph => graph.Named("changed") is { Settings.RetainOnDelete: true } changed && changed.Inputs["length"]!.AsNumber == 4),
        new("ResourceOptions.stateMigrations", "", graph => graph.Named("migrated").Settings.StateMigrations == 2),
        new("ResourceOptions.urn", "ResourceOptions.Urn", graph => graph.Outputs["sameId"]!.AsText == graph.Named("ordered").Id),
        new("ResourceOptions.pluginDownloadURL", "ResourceOptions.PluginDownloadURL", graph => Full(graph).PluginDownloadUrl == "https://example.com/plugins"),
        new("ResourceOptions.retainOnDelete", "ResourceOptions.RetainOnDelete", graph => Full(graph).RetainOnDelete),
        new("ResourceOptions.deletedWith", "ResourceOptions.DeletedWith", graph => graph.Named("tied").Settings.DeletedWith == graph.Named("full").Urn),
        new("ResourceOptions.replaceWith", "ResourceOptions.ReplaceWith", graph => graph.Named("tied").Settings.ReplaceWith is [var other] && other == graph.Named("ordered").Urn),
        new("ResourceOptions.hooks", "ResourceOptions.Hooks", graph => Hooks(graph).Count == 7),
        new("ResourceOptions.hideDiffs", "ResourceOptions.HideDiffs", graph => Full(graph).HideDiffs is ["keepers"]),
        new("ResourceOptions.envVarMappings", "CustomResourceOptions.EnvVarMappings", graph => graph.Named("dice").Settings.EnvVarMappings is { Count: 2 } names && names["DICE_TOKEN"] == "RANDOM_TOKEN"),
        new("CustomResourceOptions.deleteBeforeReplace", "CustomResourceOptions.DeleteBeforeReplace", graph => Full(graph).DeleteBeforeReplace == true),
        new("CustomResourceOptions.additionalSecretOutputs", "CustomResourceOptions.AdditionalSecretOutputs", graph => Full(graph).AdditionalSecretOutputs is ["separator"] && graph.Named("full").Outputs["separator"] is SecretValue),
        new("CustomResourceOptions.import", "CustomResourceOptions.ImportId", graph => graph.Named("adopted").Settings.ImportId == "happy-cat"),
        new("ComponentResourceOptions.providers", "ComponentResourceOptions.Providers", graph => graph.Named("group-pet").Provider!.Split("::")[3] == "dice"),
        new("Alias.name", "Alias.Name", graph => Was(graph, "full", "whole")),
        new("Alias.type", "Alias.Type", graph => Full(graph).Aliases.Any(urn => urn.Contains("random:index/pet:Pet::full", StringComparison.Ordinal))),
        new("Alias.parent", "Alias.Parent,Alias.ParentUrn,Alias.NoParent", graph =>
            Full(graph).Aliases.Any(urn => urn.Contains("shop:index:Group$", StringComparison.Ordinal)) && graph.Named("tied").Settings.Aliases.Length == 2),
        new("Alias.stack", "Alias.Stack", graph => Full(graph).Aliases.Any(urn => urn.StartsWith("urn:pulumi:old::", StringComparison.Ordinal))),
        new("Alias.project", "Alias.Project", graph => Full(graph).Aliases.Any(urn => urn.Contains("::old::", StringComparison.Ordinal))),
        new("URN", "Alias.Urn", graph => Was(graph, "full", "by-hand")),
        new("CustomTimeouts.create", "CustomTimeouts.Create", graph => Full(graph).CustomTimeouts["create"] == "300s"),
        new("CustomTimeouts.update", "CustomTimeouts.Update", graph => Full(graph).CustomTimeouts["update"] == "600s"),
        new("CustomTimeouts.delete", "CustomTimeouts.Delete", graph => Full(graph).CustomTimeouts["delete"] == "3600s"),
        new("CustomTimeouts.read", "", graph => graph.Named("slow").Settings.CustomTimeouts.GetValueOrDefault("read") == "60s"),
        new("ResourceHookBinding.beforeCreate", "ResourceHookBinding.BeforeCreate", graph => Says(graph, "about to make") && Hooks(graph)["beforeCreate"] is ["note"]),
        new("ResourceHookBinding.afterCreate", "ResourceHookBinding.AfterCreate", graph => Says(graph, "the hook 'count' failed") && Hooks(graph)["afterCreate"] is ["count"]),
        new("ResourceHookBinding.beforeUpdate", "ResourceHookBinding.BeforeUpdate", graph => Hooks(graph)["beforeUpdate"] is ["later"]),
        new("ResourceHookBinding.afterUpdate", "ResourceHookBinding.AfterUpdate", graph => Hooks(graph)["afterUpdate"] is ["note", "later"]),
        new("ResourceHookBinding.beforeDelete", "ResourceHookBinding.BeforeDelete", graph => Hooks(graph)["beforeDelete"] is ["later"]),
        new("ResourceHookBinding.afterDelete", "ResourceHookBinding.AfterDelete", graph => Hooks(graph)["afterDelete"] is ["later"]),
        new("ResourceHookBinding.onError", "ResourceHookBinding.OnError", graph => Hooks(graph)["onError"] is ["failed"]),
        new("ResourceHookOptions.onDryRun", "ResourceHookOptions.OnDryRun", graph => Says(graph, "about to make") && !Says(graph, "a preview must not run this")),
        new("ResourceHookOptions.ignoreErrors", "ResourceHookOptions.IgnoreErrors", graph => graph.Diagnostics.Any(said => said is { Severity: Severity.Warning } && said.Urn == graph.Named("hooked").Urn)),
    ];

    private static ResourceSettings Full(ResourceGraph graph) => graph.Named("full").Settings;

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, System.Collections.Immutable.ImmutableArray<string>> Hooks(ResourceGraph graph) =>
        graph.Named("hooked").Settings.Hooks;

    private static bool Was(ResourceGraph graph, string name, string formerName) =>
        graph.Named(name).Settings.Aliases.Any(urn => urn.EndsWith($"::{formerName}", StringComparison.Ordinal));

    private static bool Says(ResourceGraph graph, string words) => graph.Diagnostics.Any(said => said.Message.Contains(words, StringComparison.Ordinal));
}
