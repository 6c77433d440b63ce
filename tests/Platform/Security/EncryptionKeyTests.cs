using Platform.Components.Security;

namespace Platform.Tests.Security;

public class EncryptionKeyTests
{
    [Fact]
    public async Task Registers_exactly_what_the_golden_file_says() => Golden.Check("key", Golden.Full(await Sandbox.Run(
        () => new EncryptionKey("key", new() { Purpose = "tests", DeletionWindowDays = 7, Services = [KeyService.Logs] }))));

    [Fact]
    public async Task A_ring_has_a_key_for_each_domain_and_lends_logs_one_only()
    {
        var plan = await Sandbox.Run(() => new KeyRing("keys", new() { DeletionWindowDays = 9 }));

        Assert.Equal(["keys-data", "keys-logs", "keys-secrets"], plan.Of("Key").Select(key => key.Name));
        Assert.All(plan.Of("Key"), key => Assert.Equal(9.0, key["deletionWindowInDays"]));
        Assert.Equal(["keys-logs"], plan.Of("Key").Where(key => ((string)key["policy"]!).Contains("logs.eu-west-1")).Select(key => key.Name));
    }

    [Fact]
    public async Task Only_the_key_for_disks_lets_groups_start_machines()
    {
        var plan = await Sandbox.Run(() => new KeyRing("keys", new()));

        Assert.Equal(
            ["keys-data"],
            plan.Of("Key").Where(key => ((string)key["policy"]!).Contains("AWSServiceRoleForAutoScaling")).Select(key => key.Name));
    }

    [Fact]
    public async Task A_key_of_another_region_admits_the_services_of_that_region()
    {
        var plan = await Sandbox.Run(() => new EncryptionKey("key", new() { Purpose = "tests", Region = "us-east-1", Services = [KeyService.Logs] }));

        Assert.Equal(("us-east-1", "us-east-1"), (plan.Only("Key")["region"], plan.Only("Alias")["region"]));
        Assert.Contains("logs.us-east-1.amazonaws.com", (string)plan.Only("Key")["policy"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("eu-west-1", (string)plan.Only("Key")["policy"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shares_the_material_of_its_keys_with_the_second_region()
    {
        var plan = await Sandbox.Run(() => new KeyRing("second", new() { ReplicaOf = new KeyRing("keys", new() { MultiRegion = true }) }));

        Assert.All(plan.Of("Key"), key => Assert.Equal(true, key["multiRegion"]));
        Assert.Equal(
            ["second-data arn:Key:keys-data", "second-logs arn:Key:keys-logs", "second-secrets arn:Key:keys-secrets"],
            plan.Of("ReplicaKey").Select(key => $"{key.Name} {key["primaryKeyArn"]}"));
        Assert.Contains("logs.eu-west-1.amazonaws.com", (string)plan.Named("ReplicaKey", "second-logs")["policy"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_to_share_what_belongs_to_one_region()
    {
        Assert.Contains(
            "KeyRing 'second': the keys of replicaOf belong to their region alone, and AWS cannot change that. Make that ring with multiRegion.",
            await Sandbox.Refusal(() => new KeyRing("second", new() { ReplicaOf = new KeyRing("keys", new()) })), StringComparison.Ordinal);
        Assert.Contains(
            "replicaOf is set together with multiRegion",
            await Sandbox.Refusal(() => new EncryptionKey("key", new() { Purpose = "tests", MultiRegion = true, ReplicaOf = "arn" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rotates_and_is_slow_to_be_deleted()
    {
        var key = (await Sandbox.Run(() => new EncryptionKey("key", new() { Purpose = "tests" }))).Only("Key");

        Assert.Equal(true, key["enableKeyRotation"]);
        Assert.Equal(30.0, key["deletionWindowInDays"]);
    }

    [Fact]
    public async Task Admits_a_service_only_when_asked()
    {
        var plain = (await Sandbox.Run(() => new EncryptionKey("key", new() { Purpose = "tests" }))).Only("Key");
        var logs = (await Sandbox.Run(() => new EncryptionKey("key", new() { Purpose = "tests", Services = [KeyService.Logs] }))).Only("Key");

        Assert.DoesNotContain("amazonaws.com", (string)plain["policy"]!, StringComparison.Ordinal);
        Assert.Contains("logs.eu-west-1.amazonaws.com", (string)logs["policy"]!, StringComparison.Ordinal);
        Assert.Contains("arn:aws:logs:eu-west-1:111122223333:log-group:*", (string)logs["policy"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6), InlineData(31)]
    public async Task Refuses_a_deletion_window_kms_does_not_have(int days)
    {
        var message = await Sandbox.Refusal(() => new EncryptionKey("key", new() { Purpose = "tests", DeletionWindowDays = days }));

        Assert.Contains($"EncryptionKey 'key': deletionWindowDays is {days}, but must be 7 to 30.", message, StringComparison.Ordinal);
    }
}
