using Platform.Components.Network.Gateways;
using Platform.Components.Scheduling;
using Platform.Infra;
using Platform.Infra.Settings;
using Platform.Stacks.Settings;

namespace Platform.Tests.Infra;

public class SettingsReaderTests
{
    private const string Dev = "Pulumi.dev.yaml, ";

    [Fact]
    public void Reads_every_setting_of_dev()
    {
        var dev = SettingsReader.Dev(new EngineCall("dev", DevFile.Config, []));
        var settings = dev.Platform;

        Assert.Equal(("eu-west-1", null), (settings.Account.Region, settings.Account.AssumeRole));
        Assert.Equal(["111122223333"], settings.Account.AllowedAccountIds);
        Assert.Equal(new OwnershipSettings("shop-team", "cc-1042", DataClass.Internal), settings.Ownership);
        Assert.Equal(new DomainSettings("dev.shop.example.com", "dev.shop.example.com", "Z0123456789ABCDEFGHIJ"), settings.Domain);
        Assert.Equal(("10.20.0.0/16", NatMode.Instance), (settings.Network.Cidr, settings.Network.Nat));
        Assert.Equal(["eu-west-1a", "eu-west-1b"], settings.Network.Zones);
        Assert.Equal(["203.0.113.0/24"], dev.Entry.AllowFrom);
        Assert.Equal(new TaskSettings(Given.Image, 256, 512, 1, 3), dev.App);
        Assert.Equal(new DatabaseSettings(17, "db.t4g.micro", 20, 100), settings.Database);
        Assert.Equal(new CacheSettings("8.1", "cache.t4g.micro"), settings.Cache);
        Assert.Equal(new WorkingHours(new TimeOnly(6, 0), new TimeOnly(19, 0)), dev.WorkingHours);
    }

    [Fact]
    public void Reads_which_user_of_the_database_the_application_is() => Assert.Equal(
        new DatabaseSettings(17, "db.t4g.micro", 20, 100, "app"),
        SettingsReader.Dev(new EngineCall("dev", DevFile.With("platform:database", """{"version":17,"instanceClass":"db.t4g.micro","storageGiB":20,"maxStorageGiB":100,"appUser":"app"}"""), [])).Platform.Database);

    [Theory]
    [InlineData("platform:workingHours"), InlineData("aws:allowedAccountIds")]
    public void Does_without_what_is_optional(string key) =>
        Assert.Equal("10.20.0.0/16", SettingsReader.Dev(new EngineCall("dev", DevFile.With(key, null), [])).Platform.Network.Cidr);

    [Theory]
    [InlineData("aws:region", "eu-west-9", "aws:region is 'eu-west-9', but is not of the right form; set the code of a region such as eu-west-1")]
    [InlineData("aws:region", null, "aws:region is missing; set the code of a region such as eu-west-1")]
    [InlineData("aws:allowedAccountIds", "[\"1\"]", "aws:allowedAccountIds is '1', but is not of the right form; set account ids of 12 digits")]
    [InlineData("aws:profile", "shop", "aws:profile is not a setting; known here: allowedAccountIds, region")]
    [InlineData("platform:network", """{"cidr":"10.20.0.0/16","zones":9,"nat":"none"}""", "platform:network.zones is 9, but eu-west-1 has 3; set 2 or 3")]
    [InlineData("platform:network", """{"cidr":"10.20.0.0/16","zones":1,"nat":"none"}""", "platform:network.zones is 1, but load balancers and databases need 2; set 2 or 3")]
    [InlineData("platform:network", """{"cidr":"10.20.0.0/16","zones":"two","nat":"none"}""", "platform:network.zones is 'two', but must be a whole number; set 2 or 3")]
    [InlineData("platform:network", """{"cidr":"10.20.0.0/16","zones":2.5,"nat":"none"}""", "platform:network.zones is 2.5, but must be a whole number; set 2 or 3")]
    [InlineData("platform:network", """{"cidr":"10.20.0.0/16","nat":"none"}""", "platform:network.zones is missing; set 2 or 3")]
    [InlineData("platform:network", """{"cidr":"10.20.0.0/20","zones":2,"nat":"none"}""", "platform:network.cidr is '10.20.0.0/20', but is not of the right form; set a private /16 such as 10.20.0.0/16")]
    [InlineData("platform:network", """{"cidr":"10.20.0.0/16","zones":2,"nat":"many"}""", "platform:network.nat is 'many', but is not of the right form; set none, instance, single, perZone or regional")]
    [InlineData("platform:network", """{"cidr":"10.20.0.0/16","zones":2,"nat":"instance"}""", "platform:network.natImage is missing; set the id of an Amazon Linux 2023 image for ARM64 such as ami-0123456789abcdef0")]
    [InlineData("platform:network", """{"cidr":"10.20.0.0/16","zones":2,"nat":"instance","natImage":"al2023"}""", "platform:network.natImage is 'al2023', but is not of the right form; set the id of an Amazon Linux 2023 image for ARM64 such as ami-0123456789abcdef0")]
    [InlineData("platform:network", """{"cidr":"10.20.0.0/16","zones":2,"nat":"none","zonez":3}""", "platform:network.zonez is not a setting; did you mean 'zones'?")]
    [InlineData("platform:network", """{"cidr":"10.20.0.0/16","zones":2,"nat":"none","colour":3}""", "platform:network.colour is not a setting; known here: cidr, nat, zones")]
    [InlineData("platform:network", "small", "platform:network is 'small', but must be a block of settings")]
    [InlineData("platform:network", "{", "platform:network is '{', but must be a block of settings")]
    [InlineData("platform:network", null, "platform:network is missing; it is a block of settings")]
    [InlineData("platform:netwrok", "{}", "platform:netwrok is not a setting; did you mean 'network'?")]
    [InlineData("platfrom:network", "{}", "platfrom:network is not read by anything; did you mean 'platform:network'?")]
    [InlineData("platform:entry", """{"allowFrom":["0.0.0.0/0"]}""", "platform:entry.allowFrom is '0.0.0.0/0', but is not of the right form; set blocks of addresses from /16 to /32 such as 203.0.113.0/24")]
    [InlineData("platform:entry", """{"allowFrom":[]}""", "platform:entry.allowFrom is a list, but is empty; set blocks of addresses from /16 to /32 such as 203.0.113.0/24")]
    [InlineData("platform:app", """{"image":"shop:latest","cpu":256,"memory":512,"minTasks":1,"maxTasks":3}""", "platform:app.image is 'shop:latest', but is not of the right form; set a reference by digest such as registry/name@sha256:…")]
    [InlineData("platform:cache", """{"version":8.1,"nodeType":"cache.t4g.micro"}""", "platform:cache.version is 8.1, but is not of the right form; set a Valkey version in quotes such as \"8.1\"")]
    [InlineData("platform:cache", """{"version":"8.1","nodeType":"t4g.micro"}""", "platform:cache.nodeType is 't4g.micro', but is not of the right form; set a type such as cache.t4g.micro")]
    [InlineData("platform:database", """{"version":17,"instanceClass":"db.t4g.micro","storageGiB":20,"maxStorageGiB":100,"appUser":"dbadmin"}""", "platform:database.appUser is 'dbadmin', but is not of the right form; set a user of the database such as app, who is not its master")]
    [InlineData("platform:database", """{"version":12,"instanceClass":"db.t4g.micro","storageGiB":20,"maxStorageGiB":100}""", "platform:database.version is 12, but is out of range; set 14 to 18")]
    [InlineData("platform:database", """{"version":17,"instanceClass":"db.t4g.micro","storageGiB":20,"maxStorageGiB":200}""", "platform:database.maxStorageGiB is 200, but storageGiB is 20; set 40 to 100")]
    [InlineData("platform:domain", """{"name":"Shop","zone":"example.com","hostedZoneId":"Z1"}""", "platform:domain.name is 'Shop', but is not of the right form; set a name such as dev.shop.example.com")]
    [InlineData("platform:domain", """{"name":"shop.example.com","zone":"example.com","hostedZoneId":"zone"}""", "platform:domain.hostedZoneId is 'zone', but is not of the right form; set the id of a Route 53 zone such as Z0123456789ABCDEFGHIJ")]
    [InlineData("platform:domain", """{"name":"shop.example.com","zone":"example.org"}""", "platform:domain.zone is 'example.org', but name is 'shop.example.com'; set the domain of the zone the name is in")]
    [InlineData("platform:account", """{"assumeRole":"deploy"}""", "platform:account.assumeRole is 'deploy', but is not of the right form; set the ARN of the role that deploys, such as arn:aws:iam::111122223333:role/deploy")]
    [InlineData("platform:account", """{"assumeRole":"arn:aws:iam::999999999999:role/deploy"}""", "platform:account.assumeRole is 'arn:aws:iam::999999999999:role/deploy', but aws:allowedAccountIds is 111122223333; set a role of such an account")]
    [InlineData("platform:ownership", """{"owner":"","costCentre":"c","dataClass":"internal"}""", "platform:ownership.owner is '', but is not of the right form; set the team to call, such as shop-team")]
    [InlineData("platform:workingHours", """{"from":"6","to":"19:00"}""", "platform:workingHours.from is '6', but is not of the right form; set a time in UTC such as \"06:00\"")]
    [InlineData("platform:workingHours", """{"from":"06:00","to":"08:00"}""", "platform:workingHours.to is '08:00' and from is '06:00', but the day must last at least 4 hours, in which backups and maintenance take place")]
    public void Says_which_key_is_wrong_and_what_to_set(string key, string? value, string message) =>
        Assert.Equal(Dev + message, Refusal(DevFile.With(key, value)));

    [Theory]
    [InlineData("""{"image":"IMAGE","cpu":300,"memory":512,"minTasks":1,"maxTasks":3}""", "platform:app.cpu is 300, but Fargate has no such size; set one of 256, 512, 1024, 2048, 4096, 8192, 16384")]
    [InlineData("""{"image":"IMAGE","cpu":256,"memory":4096,"minTasks":1,"maxTasks":3}""", "platform:app.memory is 4096, but with cpu 256 it must be 512, 1024, 2048; set a size in MiB that Fargate has for the cpu")]
    [InlineData("""{"image":"IMAGE","cpu":256,"memory":512,"minTasks":4,"maxTasks":3}""", "platform:app.maxTasks is 3, but minTasks is 4; set 4 or more")]
    [InlineData("""{"image":"IMAGE","cpu":256,"memory":512,"minTasks":0,"maxTasks":3}""", "platform:app.minTasks is 0, but is out of range; set 1 to 100")]
    public void Knows_what_fargate_runs(string app, string message) => Assert.Equal(
        Dev + message, Refusal(DevFile.With("platform:app", app.Replace("IMAGE", Given.Image, StringComparison.Ordinal))));

    [Fact]
    public void Tells_everything_that_is_wrong_at_once()
    {
        var config = DevFile.With("platform:network", """{"cidr":"all","zones":1}""");
        config["platform:colour"] = "red";
        config.Remove("aws:region");

        Assert.Equal(
            [
                Dev + "aws:region is missing; set the code of a region such as eu-west-1",
                Dev + "platform:colour is not a setting; known here: account, app, baseline, cache, cost, database, domain, entry, monitoring, network, ownership, workingHours",
                Dev + "platform:network.cidr is 'all', but is not of the right form; set a private /16 such as 10.20.0.0/16",
                Dev + "platform:network.nat is missing; set none, instance, single, perZone or regional",
                Dev + "platform:network.zones is 1, but load balancers and databases need 2; set 2 or 3",
            ],
            Refusal(config).Split('\n'));
    }

    [Fact]
    public void Never_shows_a_secret_and_takes_none()
    {
        var problem = Assert.Throws<RunException>(() => SettingsReader.Dev(new EngineCall("dev", DevFile.With("platform:entry", "hunter2"), ["platform:entry"]))).Message;

        Assert.DoesNotContain("hunter2", problem, StringComparison.Ordinal);
        Assert.Contains(Dev + "platform:entry is a secret, but settings hold none; store it in Secrets Manager and set its ARN", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_other_namespaces_alone() =>
        Assert.Equal("eu-west-1", SettingsReader.Dev(new EngineCall("dev", DevFile.With("kubernetes:namespace", "shop"), [])).Platform.Account.Region);

    [Theory]
    [InlineData("zonez", "zones"), InlineData("zoens", "zones"), InlineData("Zones", "zones"), InlineData("cdir", "cidr"), InlineData("colour", null)]
    public void Finds_the_word_somebody_meant(string word, string? meant) =>
        Assert.Equal(meant, Spelling.Nearest(word, ["cidr", "nat", "zones"]));

    private static string Refusal(Dictionary<string, string> config) =>
        Assert.Throws<RunException>(() => SettingsReader.Dev(new EngineCall("dev", config, []))).Message;
}
