using Google.Protobuf.WellKnownTypes;
using Platform.Engine;
using Platform.Graph;
using Platform.Protocol;

namespace Platform.Tests.Tools.Engine.Calls;

public class ServiceTests
{
    [Fact]
    public async Task Tells_the_deployment_and_the_variables_alike()
    {
        await ScriptedProgram.Plan(async program =>
        {
            var info = await program.Call(ResourceMonitorMethods.GetDeploymentInfo, new Empty());
            Assert.Equal(("shop", "dev", "organization", true), (info.Project, info.Stack, info.Organization, info.DryRun));
            Assert.Equal("eu-west-1", info.Config["aws:region"]);
            Assert.Equal(["shop:token"], info.ConfigSecretKeys);
            Assert.Contains(ResourceMonitorFeature.Transforms, info.SupportedFeatures);
            Assert.Equal(("shop", "dev", "true", "false"), (program.Variables["PULUMI_PROJECT"], program.Variables["PULUMI_STACK"], program.Variables["PULUMI_DRY_RUN"], program.Variables["PULUMI_QUERY_MODE"]));
            Assert.Equal("[\"shop:token\"]", program.Variables["PULUMI_CONFIG_SECRET_KEYS"]);
            Assert.Equal("{\"aws:region\":\"eu-west-1\",\"shop:token\":\"hush-hush\"}", program.Variables["PULUMI_CONFIG"]);
            Assert.Equal(program.Variables["PULUMI_MONITOR"], program.Variables["PULUMI_ENGINE"]);
        },
        request => request with { Secrets = new Dictionary<string, string> { ["token"] = "hush-hush" } },
        "config:\n  aws:region: eu-west-1\n");
    }

    [Theory]
    [InlineData("resourceReferences", true)]
    [InlineData("aliasSpecs", true)]
    [InlineData("outputValues", true)]
    [InlineData("transforms", true)]
    [InlineData("resourceHooks", true)]
    [InlineData("timeTravel", false)]
    public async Task Knows_which_features_it_supports(string feature, bool supported)
    {
        await ScriptedProgram.Plan(async program => Assert.Equal(
            supported,
            (await program.Call(ResourceMonitorMethods.SupportsFeature, new SupportsFeatureRequest { Id = feature })).HasSupport));
    }

    [Fact]
    public async Task Keeps_the_root_resource_and_refuses_what_is_no_urn()
    {
        await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            Assert.Empty((await program.Call(EngineMethods.GetRootResource, new GetRootResourceRequest())).Urn);
            await program.Call(EngineMethods.SetRootResource, new SetRootResourceRequest { Urn = stack });
            Assert.Equal(stack, (await program.Call(EngineMethods.GetRootResource, new GetRootResourceRequest())).Urn);
            var refusal = await Assert.ThrowsAsync<GrpcException>(() => program.Call(EngineMethods.SetRootResource, new SetRootResourceRequest { Urn = "stack" }));
            Assert.Equal(GrpcStatusCode.InvalidArgument, refusal.StatusCode);
        });
    }

    [Theory]
    [InlineData(">=3.0.0", true)]
    [InlineData(">=3.100.0 <4.0.0", true)]
    [InlineData("^3.1", true)]
    [InlineData("3.x", true)]
    [InlineData("~3.259.0", true)]
    [InlineData("<3.0.0 || >=3.200", true)]
    [InlineData("<3.259.0", false)]
    [InlineData(">3.259.0", false)]
    [InlineData(">=4.0.0", false)]
    [InlineData("^2.0.0", false)]
    [InlineData("!3.259.0", false)]
    public async Task Compares_the_version_a_program_requires(string range, bool satisfied)
    {
        await ScriptedProgram.Plan(async program =>
        {
            var required = program.Call(EngineMethods.RequirePulumiVersion, new RequirePulumiVersionRequest { PulumiVersionRange = range });
            if (satisfied)
            {
                await required;
                return;
            }

            var refusal = await Assert.ThrowsAsync<GrpcException>(() => required);
            Assert.Equal($"Pulumi CLI version 3.259.0 does not satisfy the version range \"{range}\"", refusal.Detail);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("newest")]
    [InlineData(">=3.0.0 or so")]
    public async Task Refuses_a_version_range_it_cannot_read(string range)
    {
        await ScriptedProgram.Plan(async program =>
        {
            var refusal = await Assert.ThrowsAsync<GrpcException>(
                () => program.Call(EngineMethods.RequirePulumiVersion, new RequirePulumiVersionRequest { PulumiVersionRange = range }));
            Assert.Equal(GrpcStatusCode.InvalidArgument, refusal.StatusCode);
        });
    }

    [Fact]
    public async Task Keeps_messages_worth_reading_the_worst_first()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            await program.Log(LogSeverity.Debug, "noise");
            await program.Log(LogSeverity.Info, "fyi");
            await program.Log(LogSeverity.Warning, "careful", stack);
            await program.Call(EngineMethods.Log, new LogRequest { Severity = LogSeverity.Info, Message = "spinning", Ephemeral = true });
        });

        Assert.Equal(PlanOutcome.Succeeded, result.Outcome);
        Assert.Equal(
            [new Diagnostic(Severity.Warning, "careful", "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev"), new Diagnostic(Severity.Info, "fyi")],
            result.Graph!.Diagnostics.ToArray());
    }

    [Fact]
    public async Task Lets_a_program_signal_its_end()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            await program.Stack();
            await program.Call(ResourceMonitorMethods.SignalAndWaitForShutdown, new Empty());
        });

        Assert.Equal(PlanOutcome.Succeeded, result.Outcome);
    }

    [Fact]
    public async Task Returns_a_registered_resource_to_whoever_asks_by_urn()
    {
        await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var vpc = await program.Custom("aws:ec2/vpc:Vpc", "network", Bag.Of(("cidrBlock", "10.0.0.0/16")), request => request.Parent = stack);
            var answer = (await program.Invoke("pulumi:pulumi:getResource", Bag.Of(("urn", vpc.Urn)))).Return;
            Assert.Equal(vpc.Id, answer.Fields["id"].StringValue);
            Assert.Equal("10.0.0.0/16", answer.Fields["state"].StructValue.Fields["cidrBlock"].StringValue);
            var refusal = await Assert.ThrowsAsync<GrpcException>(() => program.Invoke("pulumi:pulumi:getResource", Bag.Of(("urn", "urn:pulumi:dev::shop::a:b:C::no"))));
            Assert.Equal("unknown resource urn:pulumi:dev::shop::a:b:C::no", refusal.Detail);
        });
    }

    [Fact]
    public async Task Reads_existing_resources_with_their_id()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var answer = await program.Call(ResourceMonitorMethods.ReadResource, new ReadResourceRequest { Type = "aws:s3/bucket:Bucket", Name = "shared", Id = "acme-shared", Parent = stack });
            Assert.Equal("arn:aws:s3:::acme-shared", answer.Properties.Fields["arn"].StringValue);
            Assert.Equal("acme-shared", answer.Properties.Fields["bucket"].StringValue);
        });

        var bucket = Assert.Single(result.Graph!.OfType("aws:s3/bucket:Bucket"));
        Assert.True(bucket.External);
        Assert.Equal("acme-shared", bucket.Id);
    }

    [Fact]
    public async Task Says_that_another_stacks_outputs_are_unknown()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var answer = await program.Call(ResourceMonitorMethods.ReadResource, new ReadResourceRequest
            {
                Type = "pulumi:pulumi:StackReference", Name = "acme/net/dev", Id = "acme/net/dev", Properties = Bag.Of(("name", "acme/net/dev")),
            });
            Assert.Equal(Bag.Unknown, answer.Properties.Fields["outputs"]);
        });

        Assert.Equal("unknown", Assert.Single(result.Graph!.Assumptions).Kind);
    }

    [Fact]
    public async Task Says_that_a_method_of_another_process_was_not_run()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            await program.Stack();
            var answer = await program.Call(ResourceMonitorMethods.Call, new ResourceCallRequest { Tok = "eks:index:Cluster/getKubeconfig", Args = Bag.Of() });
            Assert.Empty(answer.Failures);
        });

        Assert.Equal(("eks:index:Cluster/getKubeconfig", "unknown"), (result.Graph!.Assumptions[0].Subject, result.Graph.Assumptions[0].Kind));
    }
}
