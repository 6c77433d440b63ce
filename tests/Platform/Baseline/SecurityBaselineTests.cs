using System.Text.Json;
using Platform.Components.Baseline;
using Platform.Tests.Identity;

namespace Platform.Tests.Baseline;

public class SecurityBaselineTests
{
    [Fact]
    public async Task Registers_exactly_what_the_golden_file_says() =>
        Golden.Check("baseline", Golden.Full(await Run(new() { Region = "eu-west-1", MoreRegions = ["us-east-1"], Closely = true })));

    [Fact]
    public async Task Follows_every_call_in_every_region_and_proves_that_nobody_changed_the_record()
    {
        var trail = (await Run()).Only("Trail");

        Assert.Equal((true, true, true), (trail["isMultiRegionTrail"], trail["includeGlobalServiceEvents"], trail["enableLogFileValidation"]));
        Assert.Equal("arn:Key:baseline-records", trail["kmsKeyId"]);
        Assert.Equal("arn:LogGroup:baseline-trail:*", trail["cloudWatchLogsGroupArn"]);
        Assert.Equal(["ApiCallRateInsight", "ApiErrorRateInsight"], new[] { trail["insightSelectors.0.insightType"], trail["insightSelectors.1.insightType"] });
    }

    [Fact]
    public async Task Keeps_the_trail_a_year_at_hand_and_seven_in_the_archive()
    {
        var plan = await Run();

        Assert.Equal(365.0, plan.Named("LogGroup", "baseline-trail")["retentionInDays"]);
        var rule = plan.Named("BucketLifecycleConfiguration", "baseline-records");
        Assert.Equal((90.0, "GLACIER", 2557.0), (rule["rules.0.transitions.0.days"], rule["rules.0.transitions.0.storageClass"], rule["rules.0.expiration.days"]));
    }

    [Fact]
    public async Task Records_reads_of_data_only_when_told_and_never_those_of_its_own_bucket()
    {
        var calm = (await Run()).Only("Trail");
        var close = (await Run(new() { Region = "eu-west-1", Closely = true })).Only("Trail");

        Assert.Single((IEnumerable<object>)calm["advancedEventSelectors"]!);
        Assert.Equal("AWS::S3::Object", close["advancedEventSelectors.1.fieldSelectors.1.equals.0"]);
        Assert.Equal("arn:Bucket:baseline-records/", close["advancedEventSelectors.1.fieldSelectors.2.notStartsWiths.0"]);
        Assert.Equal("AWS::Lambda::Function", close["advancedEventSelectors.2.fieldSelectors.1.equals.0"]);
    }

    [Fact]
    public async Task Records_settings_in_every_region_and_what_has_none_in_the_first()
    {
        var plan = await Run(new() { Region = "eu-west-1", MoreRegions = ["us-east-1"] });

        Assert.Equal([("eu-west-1", true), ("us-east-1", false)], plan.Of("Recorder").Select(recorder =>
            ((string)recorder["region"]!, (bool)recorder["recordingGroup.includeGlobalResourceTypes"]!)));
        Assert.All(plan.Of("Recorder"), recorder => Assert.Equal(true, recorder["recordingGroup.allSupported"]));
        Assert.All(plan.Of("RecorderStatus"), status => Assert.Equal(true, status["isEnabled"]));
    }

    [Fact]
    public async Task Looks_for_attacks_everywhere_and_never_twice_at_running_programs()
    {
        var plan = await Run();

        Assert.Equal("FIFTEEN_MINUTES", plan.Only("Detector")["findingPublishingFrequency"]);
        Assert.Equal(
            ["EBS_MALWARE_PROTECTION", "EKS_AUDIT_LOGS", "LAMBDA_NETWORK_LOGS", "RDS_LOGIN_EVENTS", "RUNTIME_MONITORING", "S3_DATA_EVENTS"],
            plan.Of("DetectorFeature").Select(feature => feature["name"]));
    }

    [Fact]
    public async Task Holds_everything_against_two_standards_and_gathers_the_findings_of_all_regions()
    {
        var plan = await Run();

        Assert.Equal(
            [
                "arn:aws:securityhub:eu-west-1::standards/cis-aws-foundations-benchmark/v/3.0.0",
                "arn:aws:securityhub:eu-west-1::standards/aws-foundational-security-best-practices/v/1.0.0",
            ],
            plan.Of("StandardsSubscription").Select(standard => standard["standardsArn"]));
        Assert.Equal(("ALL_REGIONS", false), (plan.Only("FindingAggregator")["linkingMode"], plan.Named("Account", "baseline-hub-eu-west-1")["enableDefaultStandards"]));
    }

    [Fact]
    public async Task Scans_machines_images_and_functions() =>
        Assert.Equal(["EC2", "ECR", "LAMBDA"], (IEnumerable<object>)(await Run()).Only("Enabler")["resourceTypes"]!);

    [Fact]
    public async Task Scans_every_image_of_every_region_for_ever()
    {
        var plan = await Run(new() { Region = "eu-west-1", MoreRegions = ["us-east-1"] });

        Assert.Equal(["eu-west-1", "us-east-1"], plan.Of("RegistryScanningConfiguration").Select(scan => scan["region"]));
        Assert.All(plan.Of("RegistryScanningConfiguration"), scan => Assert.Equal(
            ("ENHANCED", "CONTINUOUS_SCAN", "*"), (scan["scanType"], scan["rules.0.scanFrequency"], scan["rules.0.repositoryFilters.0.filter"])));
    }

    [Fact]
    public async Task Opts_every_region_in_to_what_is_backed_up()
    {
        var plan = await Run(new() { Region = "eu-west-1", MoreRegions = ["us-east-1"] });

        Assert.Equal(["eu-west-1", "us-east-1"], plan.Of("RegionSettings").Select(settings => settings["region"]));
        Assert.All(plan.Of("RegionSettings"), settings => Assert.Equal(
            (true, true), (settings["resourceTypeOptInPreference.RDS"], settings["resourceTypeOptInPreference.S3"])));
    }

    [Fact]
    public async Task Makes_the_defaults_of_the_account_safe()
    {
        var plan = await Run();

        var passwords = plan.Only("AccountPasswordPolicy");
        Assert.Equal((14.0, 24.0), (passwords["minimumPasswordLength"], passwords["passwordReusePrevention"]));
        Assert.Equal(true, plan.Only("EncryptionByDefault")["enabled"]);
        Assert.All(
            new[] { "blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets" },
            setting => Assert.Equal(true, plan.Only("AccountPublicAccessBlock")[setting]));
        Assert.Equal(("required", 1.0), (plan.Only("InstanceMetadataDefaults")["httpTokens"], plan.Only("InstanceMetadataDefaults")["httpPutResponseHopLimit"]));
        var group = plan.Only("DefaultSecurityGroup");
        Assert.Equal(("DefaultVpc:baseline-default-vpc-eu-west-1", null, null), (group["vpcId"], group["ingress"], group["egress"]));
        Assert.Null(plan.Only("DefaultNetworkAcl")["ingress"]);
    }

    [Fact]
    public async Task Logs_every_shell_encrypted()
    {
        var plan = await Run();

        Assert.Equal("arn:Key:baseline-sessions", plan.Named("LogGroup", "baseline-sessions")["kmsKeyId"]);
        var document = plan.Only("Document");
        var inputs = JsonElement.Parse((string)document["content"]!).GetProperty("inputs");
        Assert.Equal(("SSM-SessionManagerRunShell", "Session"), (document["name"], document["documentType"]));
        Assert.Equal(SecurityBaseline.SessionLogGroup, inputs.GetProperty("cloudWatchLogGroupName").GetString());
        Assert.True(inputs.GetProperty("cloudWatchEncryptionEnabled").GetBoolean());
    }

    [Fact]
    public async Task Makes_nothing_of_what_is_there_already_and_says_so()
    {
        SecurityBaseline? baseline = null;
        var plan = await Sandbox.Run(() => baseline = new SecurityBaseline("baseline", Adopting("trail-of-the-organisation")));

        Assert.Equal(["platform:index:SecurityBaseline"], plan.Registered.Where(r => !r.Type.StartsWith("pulumi:", StringComparison.Ordinal)).Select(r => r.Type));
        Assert.Equal("trail-of-the-organisation", await Value(baseline!.TrailLogGroupName));
        Assert.Equal(9, (await Value(baseline.NotMade)).Count);
    }

    [Fact]
    public async Task A_piece_that_is_skipped_leaves_a_reason_in_the_plan()
    {
        SecurityBaseline? baseline = null;
        var plan = await Sandbox.Run(() => baseline = new SecurityBaseline(
            "baseline", new() { Region = "eu-west-1", Scanner = AccountPiece.Skip("no machines, images or functions here") }));

        Assert.Empty(plan.Of("Enabler"));
        Assert.Equal("no machines, images or functions here", (await Value(baseline!.NotMade))["scanner"]);
    }

    [Fact]
    public async Task Asks_for_actions_that_AWS_has_and_for_nothing_boundless()
    {
        var plan = await Run(new() { Region = "eu-west-1", MoreRegions = ["us-east-1"], Closely = true });

        Assert.Empty(IamActions.Unknown(plan));
        Assert.Empty(IamActions.Boundless(plan));
    }

    [Fact]
    public async Task Refuses_to_watch_a_region_twice() => Assert.Contains(
        "SecurityBaseline 'baseline': moreRegions is eu-west-1, but must name regions other than eu-west-1, each once.",
        await Sandbox.Refusal(() => new SecurityBaseline("baseline", new() { Region = "eu-west-1", MoreRegions = ["eu-west-1"] })),
        StringComparison.Ordinal);

    private static SecurityBaselineArgs Adopting(string trail)
    {
        var other = AccountPiece.Adopt("stack prod");
        return new()
        {
            Region = "eu-west-1", Trail = AccountPiece.Adopt(trail), Recorder = other, Detector = other, Hub = other,
            Scanner = other, AccessAnalyzer = other, Defaults = other, BackupTypes = other,
            Sessions = AccountPiece.Adopt(SecurityBaseline.SessionLogGroup),
        };
    }

    private static Task<Sandbox> Run(SecurityBaselineArgs? args = null) =>
        Sandbox.Run(() => new SecurityBaseline("baseline", args ?? new() { Region = "eu-west-1" }));

    private static async Task<T> Value<T>(Output<T> output)
    {
        var found = new TaskCompletionSource<T>();
        output.Apply(value => found.TrySetResult(value));
        return await found.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }
}
