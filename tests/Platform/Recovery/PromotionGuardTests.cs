using System.Collections.Immutable;
using Platform.Components.Data.Postgres;
using Platform.Components.Data.Postgres.Origins;

namespace Platform.Tests.Recovery;

/// <summary>A promoted database never follows again: the update is stopped, in the preview already.</summary>
public class PromotionGuardTests
{
    [Theory]
    [InlineData(null), InlineData("")]
    public async Task Stops_a_promoted_database_from_following_again(string? before)
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => DatabaseBirth.Refuse("database-2", Update(before, "arn:source")));

        Assert.Contains("PostgresDatabase 'database-2' was promoted and holds data of its own", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Raise platform:recovery.databases by one", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arn:source", "arn:source"), InlineData("arn:source", null), InlineData(null, null)]
    public async Task Lets_every_other_update_pass(string? before, string? after) => await DatabaseBirth.Refuse("database-2", Update(before, after));

    [Fact]
    public void Guards_whatever_follows_and_nothing_else()
    {
        Assert.Null(DatabaseBirth.Guards("database", Args(null)));
        Assert.Null(DatabaseBirth.Guards("database", Args(DatabaseOrigin.Promoted("arn:secret"))));
    }

    [Fact]
    public async Task The_guard_runs_in_previews_too() => await Sandbox.Run(() =>
    {
        var guard = Assert.Single(DatabaseBirth.Guards("database", Args(DatabaseOrigin.Replica("arn:source", "arn:secret")))!.BeforeUpdate);
        Assert.Equal(("database-stays-promoted", true), (guard.Name, guard.Options.OnDryRun));
    });

    private static ResourceHookArgs Update(string? before, string? after) => new(
        "urn", "id", newInputs: Values(after), oldInputs: Values("arn:source"), newOutputs: null, oldOutputs: Values(before));

    private static ImmutableDictionary<string, object?> Values(string? source) => source is null
        ? ImmutableDictionary<string, object?>.Empty
        : ImmutableDictionary<string, object?>.Empty.Add("replicateSourceDb", source);

    private static PostgresDatabaseArgs Args(DatabaseOrigin? origin) => new()
    {
        Network = Given.Network, Version = 17, InstanceClass = "db.r7g.large", StorageGiB = 20, MaxStorageGiB = 100, KeyArn = "k", LogKeyArn = "k",
        SecretKeyArn = "k", LogRetentionDays = 14, BackupDays = 7, Origin = origin,
    };
}
