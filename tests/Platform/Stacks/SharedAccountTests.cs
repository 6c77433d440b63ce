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
    /// second one is refused, or fights the first.
    /// </summary>
    private static readonly HashSet<string> Singletons =
    [
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
        "aws:guardduty/detector:Detector",
        "aws:guardduty/detectorFeature:DetectorFeature",
        "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
        "aws:inspector2/enabler:Enabler",
        "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
        "aws:securityhub/account:Account",
        "aws:securityhub/findingAggregator:FindingAggregator",
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
        Assert.Empty(Once(owner).Intersect(Once(guest)));
        Assert.DoesNotContain(guest.Of("Trail"), _ => true);
        Assert.DoesNotContain(guest.Of("Document"), document => document["name"] is "SSM-SessionManagerRunShell");
    }

    [Theory, InlineData("dev"), InlineData("staging"), InlineData("prod")]
    public async Task Alone_in_its_account_a_stack_makes_every_piece(string environment)
    {
        var plan = await Run(environment, owner: environment);

        Assert.Superset(Singletons, Once(plan));
        Assert.Single(plan.Of("Trail"));
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

    private static HashSet<string> Once(Sandbox plan) => [.. plan.Registered.Select(r => r.Type).Where(Singletons.Contains)];

    private static PlatformSettings SettingsOf(string environment) => environment == "dev"
        ? SettingsReader.Dev(StackFile.Read("dev")).Platform
        : SettingsReader.Clustered(StackFile.Read(environment)).Platform;

    private static Task<Sandbox> Run(string environment, string owner)
    {
        var file = StackFile.Read(environment);
        var call = file with { Config = new Dictionary<string, string>(file.Config) { ["platform:baseline"] = $$"""{"owner":"{{owner}}"}""" } };
        return Sandbox.Run(() => _ = environment switch
        {
            "dev" => (Stack)new DevStack(SettingsReader.Dev(call)),
            "staging" => new StagingStack(SettingsReader.Clustered(call)),
            _ => new ProdStack(SettingsReader.Clustered(call)),
        });
    }
}
