using Platform.Engine;
using Platform.Graph;
using Platform.Protocol;

namespace Platform.Tests.Tools.Engine.Calls;

public class RegistrationTests
{
    [Fact]
    public async Task Builds_urns_from_the_chain_of_parents_without_the_stack()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var site = await program.Component("acme:web:Site", "site", request => request.Parent = stack);
            await program.Custom("aws:s3/bucket:Bucket", "logs", change: request => request.Parent = site.Urn);
        });

        Assert.Equal(PlanOutcome.Succeeded, result.Outcome);
        Assert.Equal(
            [
                "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev",
                "urn:pulumi:dev::shop::acme:web:Site::site",
                "urn:pulumi:dev::shop::acme:web:Site$aws:s3/bucket:Bucket::logs",
            ],
            result.Graph!.Resources.Select(resource => resource.Urn));
    }

    [Fact]
    public async Task Refuses_a_second_resource_of_the_same_urn_and_fails_the_plan_even_if_the_program_goes_on()
    {
        GrpcException? refusal = null;
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            await program.Custom("aws:s3/bucket:Bucket", "logs", change: request => request.Parent = stack);
            refusal = await Assert.ThrowsAsync<GrpcException>(() => program.Custom("aws:s3/bucket:Bucket", "logs", change: request => request.Parent = stack));
        });

        Assert.Equal("Duplicate resource URN 'urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs'; try giving it a unique name", refusal!.Detail);
        Assert.Equal(PlanOutcome.ProgramFailed, result.Outcome);
        Assert.Equal(2, result.Graph!.Resources.Length);
        Assert.Equal(refusal.Detail, Assert.Single(result.Graph.Diagnostics).Message);
    }

    [Fact]
    public async Task Inherits_protect_retain_deleted_with_and_the_provider_of_the_same_package()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var provider = await program.Custom("pulumi:providers:aws", "west", Bag.Of(("region", "us-west-2")), request => request.Parent = stack);
            var parent = await program.Custom("aws:ec2/vpc:Vpc", "network", change: request =>
            {
                request.Parent = stack;
                request.Protect = true;
                request.RetainOnDelete = true;
                request.DeletedWith = "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::other";
                request.Provider = $"{provider.Urn}::{provider.Id}";
            });
            await program.Custom("aws:ec2/subnet:Subnet", "heir", change: request => request.Parent = parent.Urn);
            await program.Custom("random:index/randomPet:RandomPet", "foreign", change: request => request.Parent = parent.Urn);
            await program.Custom("aws:ec2/subnet:Subnet", "rebel", change: request =>
            {
                request.Parent = parent.Urn;
                request.Protect = false;
                request.RetainOnDelete = false;
            });
        });

        var resources = result.Graph!.Resources.ToDictionary(resource => resource.Name);
        var heir = resources["heir"];
        Assert.True(heir.Settings.Protect);
        Assert.True(heir.Settings.RetainOnDelete);
        Assert.Equal("urn:pulumi:dev::shop::aws:s3/bucket:Bucket::other", heir.Settings.DeletedWith);
        Assert.Equal(resources["network"].Provider, heir.Provider);
        Assert.Equal("us-west-2", heir.Region);
        Assert.Null(resources["foreign"].Provider);
        Assert.False(resources["rebel"].Settings.Protect);
        Assert.False(resources["rebel"].Settings.RetainOnDelete);
    }

    [Fact]
    public async Task Inherits_the_providers_a_component_was_given()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var provider = await program.Custom("pulumi:providers:aws", "west", Bag.Of(("region", "us-west-2")), request => request.Parent = stack);
            var site = await program.Component("acme:web:Site", "site", request =>
            {
                request.Parent = stack;
                request.Providers.Add("aws", $"{provider.Urn}::{provider.Id}");
            });
            await program.Custom("aws:ec2/vpc:Vpc", "network", change: request => request.Parent = site.Urn);
        });

        Assert.Equal("us-west-2", Assert.Single(result.Graph!.OfType("aws:ec2/vpc:Vpc")).Region);
    }

    [Fact]
    public async Task Refuses_a_second_stack()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            await program.Stack();
            var refusal = await Assert.ThrowsAsync<GrpcException>(() => program.Register(new RegisterResourceRequest { Type = ResourceGraph.StackType, Name = "other" }));
            Assert.Equal("resource 'other' is a second stack; a program has one", refusal.Detail);
        });

        Assert.Single(result.Graph!.Resources);
    }

    [Fact]
    public async Task Takes_one_of_several_stacks_that_come_at_once()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stacks = Enumerable.Range(0, 32).Select(number => program.Register(new RegisterResourceRequest { Type = ResourceGraph.StackType, Name = $"stack-{number}" })).ToList();
            await Assert.ThrowsAsync<GrpcException>(() => Task.WhenAll(stacks));
            Assert.Equal(1, stacks.Count(stack => stack.IsCompletedSuccessfully));
        });

        Assert.Single(result.Graph!.Resources);
    }

    [Fact]
    public async Task Keeps_the_options_and_writes_aliases_as_urns()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            await program.Custom("aws:s3/bucket:Bucket", "logs", change: request =>
            {
                request.Parent = stack;
                request.Version = "7.48.0";
                request.ImportId = "old-logs";
                request.IgnoreChanges.Add("tags");
                request.ReplaceOnChanges.Add("bucket");
                request.DeleteBeforeReplaceDefined = true;
                request.CustomTimeouts = new() { Create = "300000000000ns" };
                request.AliasURNs.Add("urn:pulumi:dev::shop::aws:s3/bucket:Bucket::older");
                request.Aliases.Add(new Alias { Spec = new() { Name = "former" } });
                request.Aliases.Add(new Alias { Spec = new() { Type = "aws:s3/bucketV2:BucketV2", Project = "store", NoParent = true } });
            });
        });

        var bucket = Assert.Single(result.Graph!.OfType("aws:s3/bucket:Bucket"));
        Assert.Equal(
            [
                "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::former",
                "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::older",
                "urn:pulumi:dev::store::aws:s3/bucketV2:BucketV2::logs",
            ],
            bucket.Settings.Aliases.ToArray());
        Assert.Equal(("7.48.0", "old-logs", false), (bucket.Settings.Version, bucket.Settings.ImportId, bucket.Settings.DeleteBeforeReplace));
        Assert.Equal("tags", Assert.Single(bucket.Settings.IgnoreChanges));
        Assert.Equal("bucket", Assert.Single(bucket.Settings.ReplaceOnChanges));
        Assert.Equal(KeyValuePair.Create("create", "300s"), Assert.Single(bucket.Settings.CustomTimeouts));
        Assert.Equal("old-logs", bucket.Id);
    }

    [Theory]
    [InlineData("5m", "300s")]
    [InlineData("1h30m", "5400s")]
    [InlineData("1.5s", "1.5s")]
    [InlineData("100ms", "0.1s")]
    [InlineData("soon", null)]
    [InlineData("5", null)]
    public async Task Reads_how_long_an_operation_may_take(string text, string? seconds)
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var registration = program.Custom("aws:s3/bucket:Bucket", "logs", change: request => (request.Parent, request.CustomTimeouts) = (stack, new() { Delete = text }));
            if (seconds is null)
            {
                Assert.Equal(GrpcStatusCode.InvalidArgument, (await Assert.ThrowsAsync<GrpcException>(() => registration)).StatusCode);
            }
            else
            {
                await registration;
            }
        });

        Assert.Equal(seconds, result.Graph!.OfType("aws:s3/bucket:Bucket").FirstOrDefault()?.Settings.CustomTimeouts["delete"]);
    }

    [Theory]
    [InlineData("", "logs", "", "has no type")]
    [InlineData("aws:Bucket", "logs", "", "not a valid type token")]
    [InlineData("aws:s3/bucket:Bucket", "logs", "urn:pulumi:dev::shop::a:b:C::nobody", "was not registered")]
    public async Task Refuses_a_malformed_registration_and_goes_on(string type, string name, string parent, string reason)
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var refusal = await Assert.ThrowsAsync<GrpcException>(() => program.Custom(type, name, change: request => request.Parent = parent));
            Assert.Equal(GrpcStatusCode.InvalidArgument, refusal.StatusCode);
            Assert.Contains(reason, refusal.Detail, StringComparison.Ordinal);
            await program.Stack();
        });

        Assert.Equal(PlanOutcome.Succeeded, result.Outcome);
    }

    [Fact]
    public async Task Refuses_outputs_of_what_was_never_registered()
    {
        await ScriptedProgram.Plan(async program =>
        {
            var refusal = await Assert.ThrowsAsync<GrpcException>(() => program.Outputs("urn:pulumi:dev::shop::a:b:C::nobody", Bag.Of()));
            Assert.Equal(GrpcStatusCode.InvalidArgument, refusal.StatusCode);
        });
    }

    [Fact]
    public async Task Answers_components_with_nothing_and_keeps_what_they_register()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var network = await program.Component("platform:index:PrivateNetwork", "network", request => request.Parent = stack);
            Assert.Empty(network.Object.Fields);
            Assert.Empty(network.Id);
            var vpc = await program.Custom("aws:ec2/vpc:Vpc", "network", change: request => request.Parent = network.Urn);
            await program.Outputs(network.Urn, Bag.Of(("vpcId", vpc.Id), ("platform", Bag.Of(("version", 1)))));
            await program.Outputs(stack, Bag.Of(("vpc", vpc.Id)));
        });

        var network = Assert.Single(result.Graph!.OfType("platform:index:PrivateNetwork"));
        Assert.Equal(1, network.Platform!["version"]!.AsNumber);
        Assert.Equal(result.Graph!.OfType("aws:ec2/vpc:Vpc").Single().Id, result.Graph.Outputs["vpc"]!.AsText);
        var source = Assert.Single(network.Placeholders);
        Assert.Equal(("vpcId", "id", PlaceholderMatch.Exact), (source.Path, source.Property, source.Match));
    }

    [Fact]
    public async Task Answers_providers_with_an_unknown_id_and_remote_components_with_nothing()
    {
        await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var provider = await program.Custom("pulumi:providers:aws", "west", Bag.Of(("region", "us-west-2")), request => request.Parent = stack);
            var remote = await program.Register(new RegisterResourceRequest { Type = "awsx:ec2:Vpc", Name = "vpc", Remote = true, Parent = stack });
            Assert.Equal(Bag.UnknownText, provider.Id);
            Assert.Equal("us-west-2", provider.Object.Fields["region"].StringValue);
            Assert.Empty(remote.Object.Fields);
        });
    }

    [Fact]
    public async Task Lowers_output_values_to_plain_ones_and_keeps_their_dependencies()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var vpc = await program.Custom("aws:ec2/vpc:Vpc", "network", change: request => request.Parent = stack);
            await program.Register(new RegisterResourceRequest
            {
                Type = "awsx:ec2:Group",
                Name = "remote",
                Remote = true,
                Parent = stack,
                Object = Bag.Of(("vpcId", Bag.Output(vpc.Id, vpc.Urn))),
            });
        });

        var remote = Assert.Single(result.Graph!.OfType("awsx:ec2:Group"));
        var vpc = Assert.Single(result.Graph!.OfType("aws:ec2/vpc:Vpc"));
        Assert.Equal(vpc.Id, remote.Inputs["vpcId"]!.AsText);
        Assert.Equal(vpc.Urn, Assert.Single(remote.PropertyDependencies["vpcId"]));
        Assert.Equal(vpc.Urn, Assert.Single(remote.Dependencies));
    }
}
