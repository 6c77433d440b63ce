using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Platform.Tests.Sdk.Runtime.Resources;

public class OptionsTests
{
    [Fact]
    public async Task Merging_replaces_single_values_and_appends_lists() => await InTest(async (first, second) =>
    {
        var merged = CustomResourceOptions.Merge(
            new()
            {
                Protect = true, Version = "1.0.0", IgnoreChanges = { "a" }, DependsOn = { first }, AdditionalSecretOutputs = { "s" }, ImportId = "i",
                ReplaceWith = { first }, HideDiffs = { "h" }, EnvVarMappings = { ["A"] = "1" }, Aliases = { new Alias { Name = "x" } }, Parent = first,
            },
            new()
            {
                Protect = false, IgnoreChanges = { "b" }, DependsOn = { second }, AdditionalSecretOutputs = { "t" }, DeleteBeforeReplace = true, RetainOnDelete = true,
                ReplaceWith = { second }, HideDiffs = { "i" }, EnvVarMappings = { ["A"] = "2", ["B"] = "3" }, PluginDownloadURL = "u", DeletedWith = second,
                Id = "id", Urn = "urn", ReplaceOnChanges = { "r" }, ReplacementTrigger = "t", CustomTimeouts = new() { Create = TimeSpan.FromSeconds(1) },
            });

        Assert.Equal((false, "1.0.0", "i", true, true, "u", "urn"), (merged.Protect, merged.Version, merged.ImportId, merged.DeleteBeforeReplace, merged.RetainOnDelete, merged.PluginDownloadURL, merged.Urn));
        Assert.Equal(["a", "b"], merged.IgnoreChanges);
        Assert.Equal(["s", "t"], merged.AdditionalSecretOutputs);
        Assert.Equal(["h", "i"], merged.HideDiffs);
        Assert.Equal(["r"], merged.ReplaceOnChanges);
        Assert.Equal(("2", "3"), (merged.EnvVarMappings["A"], merged.EnvVarMappings["B"]));
        Assert.Equal(2, await OutputUtilities.GetValueAsync(merged.DependsOn.ToOutput().Length()));
        Assert.Equal(2, await OutputUtilities.GetValueAsync(merged.ReplaceWith.ToOutput().Length()));
        Assert.Single(merged.Aliases);
        Assert.Equal((first, second), (merged.Parent, merged.DeletedWith));
        Assert.Equal("id", await OutputUtilities.GetValueAsync(merged.Id!.ToOutput()));
        Assert.Equal("t", await OutputUtilities.GetValueAsync(merged.ReplacementTrigger!.ToOutput()));
        Assert.Equal(TimeSpan.FromSeconds(1), merged.CustomTimeouts!.Create);
    });

    [Fact]
    public void Merging_leaves_both_sides_as_they_are()
    {
        var below = new CustomResourceOptions { IgnoreChanges = { "a" } };
        var above = new CustomResourceOptions { IgnoreChanges = { "b" } };

        CustomResourceOptions.Merge(below, above).IgnoreChanges.Add("c");
        CustomResourceOptions.Merge(below, null).IgnoreChanges.Add("d");

        Assert.Equal(["a"], below.IgnoreChanges);
        Assert.Equal(["b"], above.IgnoreChanges);
        Assert.Empty(CustomResourceOptions.Merge(null, null).IgnoreChanges);
    }

    [Fact]
    public async Task Merging_gathers_the_providers_of_components() => await InTest((_, _) =>
    {
        var one = new Provider("one");
        var two = new Provider("two");
        var three = new Provider("three");

        var merged = ComponentResourceOptions.Merge(new() { Provider = one }, new() { Provider = three, Providers = { two } });

        Assert.Null(merged.Provider);
        Assert.Equal([one, two, three], merged.Providers);
        return Task.CompletedTask;
    });

    private static async Task InTest(Func<Duck, Duck, Task> test) =>
        await Deployment.TestAsync(new EmptyMocks(), new(), () => test(new Duck("first"), new Duck("second")));
}
