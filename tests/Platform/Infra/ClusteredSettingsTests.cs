using Platform.Components.Network.Gateways;
using Platform.Infra.Settings;
using Platform.Stacks;
using Platform.Stacks.Settings;

namespace Platform.Tests.Infra;

public class ClusteredSettingsTests
{
    [Fact]
    public void Reads_every_setting_of_prod()
    {
        var settings = SettingsReader.Clustered(StackFile.Read("prod"));

        Assert.Equal("arn:aws:iam::333344445555:role/platform-deploy", settings.DeployRole);
        Assert.Equal((settings.DeployRole, "eu-west-1"), (settings.Platform.Account.AssumeRole, settings.Platform.Account.Region));
        Assert.Equal(new DomainSettings("shop.example.com", "shop.example.com", null), settings.Platform.Domain);
        Assert.Equal(("10.22.0.0/16", 3, NatMode.GatewayPerZone), (settings.Platform.Network.Cidr, settings.Platform.Network.Zones.Count, settings.Platform.Network.Nat));
        Assert.Equal(("1.35", 400, 0), (settings.Cluster.Version, settings.Cluster.MaxCpus, settings.Cluster.Runners.Count));
        Assert.Equal((1000, 2048, 3, 30), (settings.App.CpuMillis, settings.App.MemoryMiB, settings.App.MinPods, settings.App.MaxPods));
    }

    [Fact]
    public void Staging_rests_when_nobody_works_and_prod_never_does()
    {
        var staging = SettingsReader.Clustered(StackFile.Read("staging"));

        Assert.Equal((new TimeOnly(6, 0), new TimeOnly(19, 0)), (staging.WorkingHours!.From, staging.WorkingHours.To));
        Assert.StartsWith("222233334444.dkr.ecr.eu-west-1.amazonaws.com/kubectl@sha256:", staging.Cluster.KubectlImage, StringComparison.Ordinal);
        Assert.Null(SettingsReader.Clustered(StackFile.Read("prod")).WorkingHours);
    }

    [Theory, InlineData("staging"), InlineData("prod")]
    public async Task Backups_go_to_another_account_that_may_use_the_two_keys_they_are_under(string environment)
    {
        const string vault = "arn:aws:backup:eu-west-1:555566667777:backup-vault:copies";
        var call = StackFile.Read(environment);
        var settings = SettingsReader.Clustered(call with { Config = call.Config.Append(new("platform:backup", $$"""{"copyTo":["{{vault}}"]}""")).ToDictionary() });

        var plan = await Sandbox.Run(() => _ = environment == "prod" ? (Stack)new ProdStack(settings) : new StagingStack(settings));

        Assert.All((string[])["backups-snapshots", "backups-continuous"], name => Assert.Equal(vault, plan.Named("Plan", name)["rules.0.copyActions.0.destinationVaultArn"]));
        Assert.Equal(
            ["keys-backup", "keys-data"],
            plan.Of("Key").Where(key => ((string?)key["policy"])?.Contains("555566667777:root", StringComparison.Ordinal) == true).Select(key => key.Name));
    }

    [Fact]
    public void Each_environment_has_addresses_of_its_own() =>
        Assert.Equal(3, new[]
        {
            SettingsReader.Dev(StackFile.Read("dev")).Platform,
            SettingsReader.Clustered(StackFile.Read("staging")).Platform,
            SettingsReader.Clustered(StackFile.Read("prod")).Platform,
        }.Select(settings => settings.Network.Cidr).Distinct().Count());

    [Theory]
    [InlineData("platform:account", null, "platform:account is missing; it is a block of settings")]
    [InlineData("aws:allowedAccountIds", null, "aws:allowedAccountIds is missing; set account ids of 12 digits")]
    [InlineData("platform:cluster", """{"version":"1.20","maxCpus":16,"collectorImage":"IMAGE"}""", "platform:cluster.version is '1.20', but is not of the right form; set a version in quotes, one of 1.34, 1.35")]
    [InlineData("platform:cluster", """{"version":"1.35","maxCpus":1,"collectorImage":"IMAGE"}""", "platform:cluster.maxCpus is 1, but is out of range; set 2 to 10000")]
    [InlineData("platform:cluster", """{"version":"1.35","maxCpus":16,"collectorImage":"IMAGE","runners":["runner"]}""", "platform:cluster.runners is 'runner', but is not of the right form; set security groups such as sg-0123456789abcdef0")]
    [InlineData("platform:app", """{"image":"IMAGE","cpuMillis":500,"memoryMiB":512,"minPods":5,"maxPods":4}""", "platform:app.maxPods is 4, but minPods is 5; set 5 or more")]
    [InlineData("platform:entry", """{"allowFrom":["203.0.113.0/24"]}""", "platform:entry is not a setting; known here: account, app, backup, baseline, cache, cluster, cost, database, domain, monitoring, network, ownership, recovery, workingHours")]
    [InlineData("platform:cache", """{"version":"8.1","nodeType":"cache.r7g.large","shards":501}""", "platform:cache.shards is 501, but is out of range; set 1 to 500")]
    [InlineData("platform:cache", """{"version":"8.1","serverless":{"maxStorageGB":10,"maxEcpuPerSecond":5000}}""", "platform:recovery.strategy has a cache follow the one at home, but platform:cache.serverless is set, and a Global Datastore takes caches with nodes only; set platform:cache.nodeType, such as cache.r7g.large, instead, or choose pilotLight, whose second region makes a cache of its own on the day")]
    [InlineData("platform:backup", """{"copyTo":["arn:aws:backup:eu-central-1:555566667777:backup-vault:copies"]}""", "platform:backup.copyTo is 'arn:aws:backup:eu-central-1:555566667777:backup-vault:copies', but is not of the right form; set the ARN of a vault in eu-west-1 of another account, such as arn:aws:backup:eu-west-1:123456789012:backup-vault:NAME")]
    [InlineData("platform:backup", """{"copyTo":["arn:aws:backup:eu-west-1:333344445555:backup-vault:own"]}""", "platform:backup.copyTo is 'arn:aws:backup:eu-west-1:333344445555:backup-vault:own', but is not of the right form; set the ARN of a vault in eu-west-1 of another account, such as arn:aws:backup:eu-west-1:123456789012:backup-vault:NAME")]
    [InlineData("platform:workingHours", """{"from":"06:00","to":"19:00"}""", "platform:cluster.kubectlImage is missing; set an image that has kubectl, by digest such as registry/kubectl@sha256:…")]
    public void Says_which_key_is_wrong_and_what_to_set(string key, string? value, string message)
    {
        var call = StackFile.Read("prod");
        var config = call.Config.Where(pair => pair.Key != key).ToDictionary();
        if (value is not null)
        {
            config[key] = value.Replace("IMAGE", Given.Image, StringComparison.Ordinal);
        }

        var problem = Assert.Throws<RunException>(() => SettingsReader.Clustered(call with { Config = config })).Message;
        Assert.Equal("Pulumi.prod.yaml, " + message, problem);
    }
}
