using System.Collections.Immutable;
using Moq;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Platform.Tests.Sdk.Runtime;

/// <summary>Programs run against mocks, as users test theirs.</summary>
public class MockTests
{
    [Fact]
    public async Task Runs_a_stack_class_and_returns_all_its_resources()
    {
        var resources = await Deployment.TestAsync<PondStack>(new EmptyMocks(), new() { IsPreview = false });

        Assert.Equal(["project-stack", "pond", "donald"], resources.Select(resource => resource.GetResourceName()));
        Assert.Equal("corn", await OutputUtilities.GetValueAsync(resources.OfType<PondStack>().Single().Feed));
    }

    [Fact]
    public async Task Runs_a_stack_that_a_service_provider_makes()
    {
        var services = new Mock<IServiceProvider>();
        services.Setup(provider => provider.GetService(typeof(PondStack))).Returns(() => new PondStack());

        var resources = await Deployment.TestWithServiceProviderAsync<PondStack>(new EmptyMocks(), services.Object);

        Assert.Single(resources.OfType<PondStack>());
    }

    [Fact]
    public async Task Names_the_stack_that_a_service_provider_does_not_have()
    {
        var failure = await Assert.ThrowsAsync<RunException>(
            () => Deployment.TestWithServiceProviderAsync<PondStack>(new EmptyMocks(), Mock.Of<IServiceProvider>()));

        Assert.Contains("gives no " + typeof(PondStack).FullName, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_functions_of_every_form_without_showing_the_stack()
    {
        var (ofSync, outputs) = await Deployment.TestAsync(
            new EmptyMocks(), new(), () => new Dictionary<string, object?> { ["a"] = new Duck("donald") });
        var (ofAsync, later) = await Deployment.TestAsync(new EmptyMocks(), new(), async () =>
        {
            await Task.Yield();
            return (IDictionary<string, object?>)new Dictionary<string, object?> { ["b"] = new Duck("donald") };
        });
        var ofAction = await Deployment.TestAsync(new EmptyMocks(), new(), () => { new Duck("donald"); });
        var ofTask = await Deployment.TestAsync(new EmptyMocks(), new(), async () =>
        {
            await Task.Yield();
            new Duck("donald");
        });

        Assert.All([ofSync, ofAsync, ofAction, ofTask], resources => Assert.Equal("donald", Assert.Single(resources).GetResourceName()));
        Assert.IsType<Duck>(outputs["a"]);
        Assert.IsType<Duck>(later["b"]);
    }

    [Fact]
    public async Task Tells_the_mocks_of_everything_but_the_stack()
    {
        var mocks = new Recorder();

        await Deployment.TestAsync(mocks, new() { IsPreview = false }, () =>
        {
            var pond = new Pond("pond");
            var farm = new Provider("farm");
            new Duck("donald", new() { Feed = "corn", Legs = 2, Tags = { ["secret"] = Output.CreateSecret("hush") }, Raw = new Duck("friend") }, new() { Parent = pond, Provider = farm, ImportId = "i-1" });
            new Duck("read", null, new() { Id = "r-1" });
        });

        Assert.Equal(["pond", "farm", "friend", "donald", "read"], mocks.Resources.Select(args => args.Name));
        var donald = mocks.Resources.Single(args => args.Name == "donald");
        Assert.Equal(("acme:pond/duck:Duck", "i-1", "urn:pulumi:stack::project::pulumi:pulumi:Stack$pulumi:providers:acme::farm::farm-id"), (donald.Type, donald.Id, donald.Provider));
        Assert.Equal(["feed", "legs", "raw", "tags"], donald.Inputs.Keys.Order());
        Assert.Equal(2.0, donald.Inputs["legs"]);
        Assert.Equal("hush", ((ImmutableDictionary<string, object>)donald.Inputs["tags"])["secret"]);
        Assert.Equal("r-1", mocks.Resources.Single(args => args.Name == "read").Id);
    }

    [Fact]
    public async Task Leaves_out_inputs_that_are_unknown()
    {
        var mocks = new Recorder();

        await Deployment.TestAsync(mocks, new(), () => { new Duck("donald", new() { Feed = OutputUtilities.CreateUnknown("x"), Legs = 2 }); });

        Assert.Equal(["legs"], Assert.Single(mocks.Resources).Inputs.Keys);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Outputs_that_mocks_do_not_give_are_unknown_only_in_a_preview(bool isPreview, bool isKnown)
    {
        Duck? duck = null;

        await Deployment.TestAsync(new EmptyMocks(), new() { IsPreview = isPreview }, () => { duck = new Duck("donald"); });

        Assert.Equal(isKnown, await OutputUtilities.GetIsKnownAsync(duck!.Feed));
        Assert.False(await OutputUtilities.GetIsKnownAsync(duck.Id));
    }

    public static TheoryData<string, object> States() => new()
    {
        { "dictionary", new Dictionary<string, object> { ["feed"] = "corn" } },
        { "immutable dictionary", ImmutableDictionary<string, object>.Empty.Add("feed", "corn") },
        { "arguments", new DuckArgs { Feed = "corn" } },
        { "output type", new FeedState("corn") },
    };

    [Theory]
    [MemberData(nameof(States))]
    public async Task Takes_the_state_in_every_form(string what, object state)
    {
        Duck? duck = null;

        await Deployment.TestAsync(new Recorder { State = state }, new(), () => { duck = new Duck("donald"); });

        Assert.True(await OutputUtilities.GetValueAsync(duck!.Feed) == "corn", what);
    }

    [Fact]
    public async Task Refuses_a_state_that_is_no_object()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(new Recorder { State = "text" }, new(), () => { new Duck("donald"); }));

        Assert.Contains("A mock must answer with a dictionary", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_mocks_answer_functions_and_methods()
    {
        var mocks = new Recorder();
        string? name = null;

        await Deployment.TestAsync(mocks, new(), async () =>
        {
            var result = Deployment.Instance.Invoke<ImmutableDictionary<string, object>>("a:b:c", new Resources.FunctionTests.FindArgs { Name = "donald" });
            name = (string)(await OutputUtilities.GetValueAsync(result))["name"];
            Deployment.Instance.Call("a:b:C/d", CallArgs.Empty, new Duck("donald"));
        });

        Assert.Equal("donald", name);
        Assert.Equal(["a:b:c", "a:b:C/d"], mocks.Calls.Select(call => call.Token));
        Assert.IsType<Duck>(mocks.Calls[1].Args["__self__"]);
    }

    [Fact]
    public async Task Finds_registered_resources_by_their_urn()
    {
        Duck? again = null;

        await Deployment.TestAsync(new EmptyMocks(), new(), () =>
            new Duck("donald", new() { Feed = "corn" }).Urn.Apply(urn => again = new Duck("again", null, new() { Urn = urn })));

        Assert.Equal("corn", await OutputUtilities.GetValueAsync(again!.Feed));
    }

    [Fact]
    public async Task Registers_the_outputs_of_components_and_of_the_stack()
    {
        var mocks = new Recorder();

        await Deployment.TestAsync<PondStack>(mocks);

        Assert.Equal(["pond", "project-stack"], mocks.Outputs.Select(outputs => outputs.Urn.Split("::")[^1]).Order());
        var stack = mocks.Outputs.Single(outputs => outputs.Urn.EndsWith("project-stack", StringComparison.Ordinal));
        Assert.Equal("corn", await OutputUtilities.GetValueAsync(stack.Outputs["Feed"]));
    }

    [Theory]
    [InlineData("project-stack", "urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack")]
    [InlineData("pond", "urn:pulumi:stack::project::pulumi:pulumi:Stack$acme:index:Pond::pond")]
    [InlineData("donald", "urn:pulumi:stack::project::pulumi:pulumi:Stack$acme:pond/duck:Duck::donald")]
    public async Task Names_resources_as_the_official_mocks_do(string name, string urn)
    {
        var resources = await Deployment.TestAsync<PondStack>(new EmptyMocks());

        Assert.Equal(urn, await OutputUtilities.GetValueAsync(resources.Single(resource => resource.GetResourceName() == name).Urn));
    }

    [Fact]
    public async Task Throws_what_fails()
    {
        var one = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(new EmptyMocks(), new(), (Action)(() => throw new RunException("bad config"))));
        var logged = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(new EmptyMocks(), new(), () => Log.Error("not good")));
        var many = await Assert.ThrowsAsync<AggregateException>(() => Deployment.TestAsync(new EmptyMocks(), new(), (Action)(() =>
        {
            Log.Error("not good");
            throw new RunException("bad config");
        })));

        Assert.Equal("bad config", one.Message);
        Assert.Equal("not good", logged.Message);
        Assert.Equal(["not good", "bad config"], many.InnerExceptions.Select(inner => inner.Message));
    }

    [Fact]
    public async Task Tests_of_one_process_do_not_see_each_other()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Deployment.TestAsync(
            new EmptyMocks(),
            new() { ProjectName = "project-" + i },
            () =>
            {
                Assert.Equal("project-" + i, Deployment.Instance.ProjectName);
                return new Dictionary<string, object?> { ["duck"] = new Duck("duck-" + i) };
            })));

        Assert.All(runs, run => Assert.Single(run.Resources));
    }

    [Fact]
    public async Task Tells_what_the_deployment_is_called()
    {
        await Deployment.TestAsync(new EmptyMocks(), new() { StackName = "dev", OrganizationName = "org", IsPreview = false, RootDirectory = "/root" }, () =>
        {
            var instance = Deployment.Instance;
            Assert.Equal(("project", "dev", "org", false, "/root"), (instance.ProjectName, instance.StackName, instance.OrganizationName, instance.IsDryRun, instance.RootDirectory));
        });
        await Deployment.TestAsync(new EmptyMocks(), new(), () => { Assert.Throws<InvalidOperationException>(() => Deployment.Instance.RootDirectory); });
    }

    [Fact]
    public async Task Hooks_and_transforms_do_not_disturb_a_test()
    {
        var resources = await Deployment.TestAsync(new EmptyMocks(), new(), () =>
        {
            Deployment.Instance.RegisterInvokeTransform((_, _) => Task.FromResult<InvokeTransformResult?>(null));
            new Duck("donald", null, new()
            {
                ResourceTransforms = { (_, _) => Task.FromResult<ResourceTransformResult?>(null) },
                Hooks = { BeforeCreate = { new("hook", (_, _) => Task.CompletedTask) } },
            });
        });

        Assert.Single(resources);
    }

    public sealed class PondStack : Stack
    {
        public PondStack()
        {
            var pond = new Pond("pond");
            Feed = new Duck("donald", new() { Feed = "corn" }, new() { Parent = pond }).Feed!;
        }

        [Output] public Output<string> Feed { get; private set; }
    }

    [OutputType]
    private sealed class FeedState(string feed)
    {
        public string Feed { get; } = feed;
    }

    private sealed class Recorder : IMocks
    {
        public object? State { get; init; }

        public List<MockResourceArgs> Resources { get; } = [];

        public List<MockCallArgs> Calls { get; } = [];

        public List<MockRegisterResourceOutputsRequest> Outputs { get; } = [];

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            lock (Resources)
            {
                Resources.Add(args);
            }

            return Task.FromResult<(string?, object)>((args.Name + "-id", State ?? args.Inputs));
        }

        public Task<object> CallAsync(MockCallArgs args)
        {
            Calls.Add(args);
            return Task.FromResult<object>(args.Args);
        }

        public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
        {
            lock (Outputs)
            {
                Outputs.Add(args);
            }

            return Task.CompletedTask;
        }
    }
}
