using Platform.Infra.Settings;
using Platform.Stacks;
using Platform.Stacks.Settings;
using Platform.Tests.Infra;

namespace Platform.Tests.Stacks;

/// <summary>What an account has once is made by one stack, however many share the account.</summary>
public class SharedAccountTests
{
    /// <summary>
    /// Resources that stand for a setting or a service of a whole account (or of one region of it) and not for a thing of their own: a
    /// second one is refused, or fights the first. Every owner makes them.
    /// </summary>
    private static readonly HashSet<string> Singletons =
    [
        "aws:accessanalyzer/analyzer:Analyzer",
        "aws:backup/regionSettings:RegionSettings",
        "aws:cfg/deliveryChannel:DeliveryChannel",
        "aws:cfg/recorder:Recorder",
        "aws:cfg/recorderStatus:RecorderStatus",
        "aws:bcmdata/export:Export",
        "aws:costexplorer/costAllocationTag:CostAllocationTag",
        "aws:ebs/encryptionByDefault:EncryptionByDefault",
        "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
        "aws:ec2/defaultVpc:DefaultVpc",
        "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
        "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
        "aws:ec2/serialConsoleAccess:SerialConsoleAccess",
        "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration",
        "aws:guardduty/detector:Detector",
        "aws:guardduty/detectorFeature:DetectorFeature",
        "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
        "aws:inspector2/enabler:Enabler",
        "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
        "aws:securityhub/account:Account",
        "aws:securityhub/findingAggregator:FindingAggregator",
        "aws:securityhub/standardsSubscription:StandardsSubscription",
    ];

    /// <summary>Of the same kind, but made by an owner with a second region only, or by nobody yet; a stack that begins to must own the account.</summary>
    private static readonly HashSet<string> Rare =
    [
        "aws:account/alternativeContact:AlternativeContact",
        "aws:ebs/defaultKmsKey:DefaultKmsKey",
        "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions",
        "aws:ecr/pullThroughCacheRule:PullThroughCacheRule",
        "aws:ecr/registryPolicy:RegistryPolicy",
        "aws:ecr/replicationConfiguration:ReplicationConfiguration",
        "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate",
        "aws:iam/serviceLinkedRole:ServiceLinkedRole",
        "aws:macie2/account:Account",
        "aws:securityhub/standardsControl:StandardsControl",
        "aws:servicequotas/serviceQuota:ServiceQuota",
        "aws:ssm/serviceSetting:ServiceSetting",
        "aws:xray/encryptionConfig:EncryptionConfig",
    ];

    /// <summary>Those of which an account and region may have several, told apart by a name or a feature.</summary>
    private static readonly HashSet<string> Several =
    [
        "aws:accessanalyzer/analyzer:Analyzer",
        "aws:costexplorer/costAllocationTag:CostAllocationTag",
        "aws:guardduty/detectorFeature:DetectorFeature",
        "aws:securityhub/standardsSubscription:StandardsSubscription",
    ];

    public static TheoryData<string, string> Pairs => new()
    {
        { "dev", "staging" }, { "dev", "prod" }, { "staging", "prod" },
    };

    [Theory, MemberData(nameof(Pairs))]
    public async Task Two_stacks_in_one_account_never_both_make_what_it_has_once(string first, string second)
    {
        var owner = await Run(first, owner: first);
        var guest = await Run(second, owner: first);

        Assert.NotEmpty(Once(owner));
        Assert.Empty(Once(guest));
        Assert.DoesNotContain(guest.Of("AnomalyMonitor"), monitor => monitor["monitorType"] is "DIMENSIONAL");
        Assert.DoesNotContain(guest.Of("Trail"), _ => true);
        Assert.DoesNotContain(guest.Of("Document"), document => document["name"] is "SSM-SessionManagerRunShell");
    }

    [Theory, InlineData("dev"), InlineData("staging"), InlineData("prod")]
    public async Task Alone_in_its_account_a_stack_makes_every_piece(string environment)
    {
        var plan = await Run(environment, owner: environment);

        Assert.Superset(Singletons, Once(plan));
        Assert.Single(plan.Of("Trail"));
        Assert.Single(plan.Of("AnomalyMonitor"), monitor => monitor["monitorType"] is "DIMENSIONAL");
    }

    [Theory, InlineData("dev", 1), InlineData("staging", 2), InlineData("prod", 3)]
    public async Task Each_region_gets_each_setting_once(string environment, int regions)
    {
        var plan = await Run(environment, owner: environment);

        var settings = plan.Registered.Where(r => IsOnce(r.Type) && !Several.Contains(r.Type)).ToList();
        var places = settings.Select(r => (r.Type, Region: r["region"] ?? r.Provider)).ToList();
        Assert.Equal(places.Distinct(), places);
        Assert.Equal(regions, settings.Where(r => r.Type == "aws:backup/regionSettings:RegionSettings").Select(r => r["region"]).Distinct().Count());
        Assert.Equal(regions, settings.Count(r => r.Type == "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration"));
    }

    [Fact]
    public async Task Images_are_copied_by_the_owner_in_both_regions_and_by_no_guest()
    {
        Assert.Equal(2, (await Run("prod", owner: "prod")).Of("ReplicationConfiguration").Select(rule => rule.Provider).Distinct().Count());

        var guest = await Run("prod", owner: "dev");
        Assert.Empty(guest.Of("ReplicationConfiguration"));
        Assert.Equal(2, guest.Of("Repository").Count);
    }

    /// <summary>The files of the repository: who shares an account agrees on an owner, and the owner is one of them.</summary>
    [Fact]
    public void Environments_that_share_an_account_name_one_owner_among_them()
    {
        var all = new[] { "dev", "staging", "prod" }.Select(name => (name, platform: SettingsOf(name))).ToList();

        Assert.All(all, environment =>
        {
            var sharing = all.Where(other => other.platform.Account.AllowedAccountIds.Intersect(environment.platform.Account.AllowedAccountIds).Any()).ToList();
            Assert.Contains(environment.platform.Baseline.Owner, sharing.Select(other => other.name));
            Assert.Single(sharing.Select(other => other.platform.Baseline.Owner).Distinct());
        });
    }

    /// <summary>The files of the repository: GitHub's identity provider is something an account has once, too.</summary>
    [Fact]
    public void Bootstraps_of_one_account_make_one_identity_provider()
    {
        var files = new[] { "dev", "staging", "prod" }.Select(name => File.ReadAllText(Path.Combine(Repository.Root, "bootstrap", $"Pulumi.{name}.yaml"))).ToList();
        var makers = files.Where(file => !file.Contains("identityProviderArn:", StringComparison.Ordinal))
            .Select(file => file.Split('\n').Single(line => line.Contains("aws:allowedAccountIds:", StringComparison.Ordinal)).Trim());

        Assert.Equal(makers.Distinct(), makers);
    }

    [Theory, InlineData("staging"), InlineData("prod")]
    public async Task Every_role_is_limited_by_the_boundary_of_its_account(string environment)
    {
        var plan = await RealStack.Run(environment);

        var boundary = SettingsOf(environment).Account.PermissionsBoundary;
        Assert.NotNull(boundary);
        Assert.NotEmpty(plan.Of("Role"));
        Assert.All(
            plan.Registered.Where(r => r.Type == "aws:iam/role:Role"), role => Assert.Equal(boundary, role["permissionsBoundary"]));
    }

    private static HashSet<string> Once(Sandbox plan) => [.. plan.Registered.Select(r => r.Type).Where(IsOnce)];

    private static bool IsOnce(string type) => Singletons.Contains(type) || Rare.Contains(type);

    private static PlatformSettings SettingsOf(string environment) => environment == "dev"
        ? SettingsReader.Dev(StackFile.Read("dev")).Platform
        : SettingsReader.Clustered(StackFile.Read(environment)).Platform;

    private static Task<Sandbox> Run(string environment, string owner)
    {
        var file = StackFile.Read(environment);
        var adopt = owner == environment ? "{}" : $$"""{"imageCopies":"stack {{owner}}"}""";
        var call = file with
        {
            Config = new Dictionary<string, string>(file.Config) { ["platform:baseline"] = $$"""{"owner":"{{owner}}","adopt":{{adopt}}}""" },
        };
        return Sandbox.Run(() => _ = environment switch
        {
            "dev" => (Stack)new DevStack(SettingsReader.Dev(call)),
            "staging" => new StagingStack(SettingsReader.Clustered(call)),
            _ => new ProdStack(SettingsReader.Clustered(call)),
        });
    }
}
