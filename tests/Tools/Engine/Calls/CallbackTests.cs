using Platform.Graph;
using Platform.Protocol;

namespace Platform.Tests.Tools.Engine.Calls;

public class CallbackTests
{
    [Fact]
    public async Task Applies_the_resources_transforms_then_its_parents_then_the_stacks()
    {
        await using var callbacks = await CallbackProgram.Start();
        var result = await ScriptedProgram.Plan(async program =>
        {
            await program.Call(ResourceMonitorMethods.RegisterStackTransform, Append("stack"));
            var stack = await program.Stack();
            var site = await program.Component("acme:web:Site", "site", request =>
            {
                request.Parent = stack;
                request.Transforms.Add(Append("parent"));
            });
            await program.Custom("aws:acme/thing:Thing", "thing", Bag.Of(("trace", "own value")), request =>
            {
                request.Parent = site.Urn;
                request.Transforms.Add(Append("own"));
            });
        });

        Assert.Equal("own value, own, parent, stack", Assert.Single(result.Graph!.OfType("aws:acme/thing:Thing")).Inputs["trace"]!.AsText);

        Callback Append(string name) => callbacks.Transform((request, response) =>
        {
            if (request.Properties.Fields.TryGetValue("trace", out var trace))
            {
                response.Properties = Bag.Of(("trace", $"{trace.StringValue}, {name}"));
            }
        });
    }

    [Fact]
    public async Task Lets_a_transform_change_options_and_keeps_where_values_come_from()
    {
        await using var callbacks = await CallbackProgram.Start();
        var seen = "";
        var transform = callbacks.Transform((request, response) =>
        {
            seen = Bag.Signature(request.Properties.Fields["vpcId"])!;
            response.Properties = Bag.Of(("renamed", request.Properties.Fields["vpcId"]));
            response.Options = request.Options.Clone();
            response.Options.Protect = true;
            response.Options.IgnoreChanges.Add("tags");
            response.Options.AdditionalSecretOutputs.Add("renamed");
        });
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var vpc = await program.Custom("aws:ec2/vpc:Vpc", "network", change: request => request.Parent = stack);
            await program.Custom("aws:acme/thing:Thing", "thing", Bag.Of(("vpcId", vpc.Id)), request =>
            {
                request.Parent = stack;
                request.DependsOn("vpcId", vpc.Urn).Transforms.Add(transform);
            });
        });

        var vpc = result.Graph!.OfType("aws:ec2/vpc:Vpc").Single();
        var thing = result.Graph.OfType("aws:acme/thing:Thing").Single();
        Assert.Equal("d0e6a833031e9bbcd3f4e8bde6ca49a4", seen);
        Assert.Equal(vpc.Id, thing.Inputs["renamed"]!.AsText);
        Assert.Null(thing.Inputs["vpcId"]);
        Assert.Equal(vpc.Urn, Assert.Single(thing.PropertyDependencies["renamed"]));
        Assert.True(thing.Settings.Protect);
        Assert.Equal("tags", Assert.Single(thing.Settings.IgnoreChanges));
        Assert.IsType<SecretValue>(thing.Outputs["renamed"]);
    }

    [Fact]
    public async Task Fails_the_registration_whose_transform_fails()
    {
        await using var callbacks = await CallbackProgram.Start();
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var refusal = await Assert.ThrowsAsync<GrpcException>(() => program.Custom("aws:acme/thing:Thing", "thing", change: request =>
            {
                request.Parent = stack;
                request.Transforms.Add(callbacks.Transform((_, _) => throw new InvalidOperationException("no tags, no resource")));
            }));
            Assert.Equal("no tags, no resource", refusal.Detail);
        });

        Assert.Single(result.Graph!.Resources);
    }

    [Fact]
    public async Task Applies_the_stacks_transforms_to_data_sources()
    {
        await using var callbacks = await CallbackProgram.Start();
        await ScriptedProgram.Plan(async program =>
        {
            await program.Call(ResourceMonitorMethods.RegisterStackInvokeTransform, callbacks.InvokeTransform((request, response) =>
            {
                Assert.Equal("aws:index/getPartition:getPartition", request.Token);
                response.Args = Bag.Of(("region", "cn-north-1"));
            }));
            var answer = await program.Invoke("aws:index/getPartition:getPartition");
            Assert.Equal("aws-cn", answer.Return.Fields["partition"].StringValue);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("192.0.2.1:80")]
    [InlineData("example.com:80")]
    [InlineData("127.0.0.1")]
    public async Task Calls_nobody_back_but_the_program_on_this_machine(string target)
    {
        await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var callback = new Callback { Target = target, Token = "t" };
            var early = await Assert.ThrowsAsync<GrpcException>(() => program.Call(ResourceMonitorMethods.RegisterStackTransform, callback));
            var late = await Assert.ThrowsAsync<GrpcException>(() => program.Custom("aws:ec2/vpc:Vpc", "network", change: request =>
            {
                request.Parent = stack;
                request.Transforms.Add(callback);
            }));
            Assert.Equal((GrpcStatusCode.InvalidArgument, GrpcStatusCode.InvalidArgument), (early.StatusCode, late.StatusCode));
        });
    }
}
