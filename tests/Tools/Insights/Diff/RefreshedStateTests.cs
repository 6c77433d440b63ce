using System.Collections.Immutable;
using Platform.Graph;
using Platform.Insights.Diff;
using static Platform.Tests.Tools.Insights.Shop;

namespace Platform.Tests.Tools.Insights;

/// <summary>What a refresh leaves in a state, and what a plan keeps back, is no change of its own.</summary>
public class RefreshedStateTests
{
    [Fact]
    public void An_empty_text_that_a_refresh_left_is_no_text()
    {
        Assert.Empty(StackComparison.Of(Plan(With(Database, ("replicateSourceDb", Of("")))), Plan()).Changes);
        Assert.Empty(StackComparison.Of(Plan(), Plan(With(Database, ("replicateSourceDb", Of(""))))).Changes);

        var change = Assert.Single(StackComparison.Of(Plan(With(Database, ("replicateSourceDb", Of("")))), Plan(With(Database, ("replicateSourceDb", Of("arn"))))).Changes);
        Assert.Equal("replicateSourceDb", Assert.Single(change.Properties).Path);
    }

    [Fact]
    public void A_text_that_the_plan_keeps_back_is_undecided_and_a_secret_is_told()
    {
        var kept = StackComparison.Of(Plan(), Plan(With(Database, ("engine", PropertyValue.Withheld))));
        Assert.Empty(kept.Changes);
        Assert.Equal("orders engine", Assert.Single(kept.Undecided));

        var secret = Assert.Single(StackComparison.Of(Plan(), Plan(With(Database, ("engine", PropertyValue.Secret)))).Changes);
        Assert.Equal("engine", Assert.Single(secret.Properties).Path);
    }

    [Fact]
    public void A_text_in_a_set_that_the_plan_keeps_back_is_undecided_too()
    {
        PropertyValue Exports(PropertyValue first) => PropertyValue.Of([first, Of("upgrade")]);

        var diff = StackComparison.Of(
            Plan(With(Database, ("enabledCloudwatchLogsExports", Exports(Of("postgresql"))))), Plan(With(Database, ("enabledCloudwatchLogsExports", Exports(PropertyValue.Withheld)))));

        Assert.Empty(diff.Changes);
        Assert.Equal("orders enabledCloudwatchLogsExports", Assert.Single(diff.Undecided));
    }

    [Fact]
    public void A_hook_that_may_refuse_an_update_is_named()
    {
        var guarded = With(Database, ("allocatedStorage", PropertyValue.Of(30)));
        guarded = guarded with { Settings = guarded.Settings with { Hooks = guarded.Settings.Hooks.Add("beforeUpdate", ImmutableArray.Create("stays-promoted")) } };

        Assert.Contains("the program's hook 'stays-promoted' runs first and may refuse this", Assert.Single(StackComparison.Of(Plan(), Plan(guarded)).Changes).Notes);
    }
}
