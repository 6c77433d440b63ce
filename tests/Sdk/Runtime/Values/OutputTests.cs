using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Platform.Tests.Sdk.Runtime.Values;

public class OutputTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Apply_carries_the_marks_of_the_source()
    {
        var secret = Output.CreateSecret(20).Apply(number => number + 1);

        Assert.Equal(21, await OutputUtilities.GetValueAsync(secret));
        Assert.True(await Output.IsSecretAsync(secret));
    }

    [Fact]
    public async Task Apply_joins_the_marks_of_an_output_it_returns()
    {
        var joined = Output.Create(1).Apply(_ => Output.CreateSecret("x"));
        var unknown = Output.Create(1).Apply(_ => OutputUtilities.CreateUnknown("x"));

        Assert.True(await Output.IsSecretAsync(joined));
        Assert.False(await OutputUtilities.GetIsKnownAsync(unknown));
    }

    [Fact]
    public async Task Apply_does_not_call_for_an_unknown_value_and_keeps_its_secrecy()
    {
        var called = false;
        var output = Output.CreateSecret(OutputUtilities.CreateUnknown("x")).Apply(value => called = true);

        Assert.False(await OutputUtilities.GetIsKnownAsync(output));
        Assert.True(await Output.IsSecretAsync(output));
        Assert.False(called);
    }

    [Fact]
    public async Task Apply_takes_every_kind_of_function()
    {
        var one = Output.Create(1);
        var order = new List<string>();

        Assert.Equal("1", await OutputUtilities.GetValueAsync(one.Apply(value => $"{value}")));
        Assert.Equal("1", await OutputUtilities.GetValueAsync(one.Apply(value => Task.FromResult($"{value}"))));
        Assert.Equal("1", await OutputUtilities.GetValueAsync(one.Apply(value => Output.Create($"{value}"))));
        Assert.Equal("1", await OutputUtilities.GetValueAsync(one.Apply(value => (Input<string>)$"{value}")));
        Assert.Null(await OutputUtilities.GetValueAsync(one.Apply(_ => (Output<string>?)null)));
        await OutputUtilities.GetValueAsync(one.Apply(async value =>
        {
            await Task.Yield();
            order.Add($"{value}");
        }));
        Assert.Equal(["1"], order);
        Assert.Equal("2", await OutputUtilities.GetValueAsync(Output.Create("2").UntypedApply(value => Output.Create((string)value!))));
    }

    [Fact]
    public async Task Apply_waits_for_a_value_that_is_not_there_yet()
    {
        var source = new TaskCompletionSource<int>();
        var output = Output.Create(source.Task).Apply(value => value * 2);
        var reader = OutputUtilities.GetValueAsync(output);

        Assert.False(reader.IsCompleted);
        source.SetResult(21);
        Assert.Equal(42, await reader.WaitAsync(Soon));
    }

    [Fact]
    public async Task A_chain_of_ten_thousand_outputs_needs_no_stack()
    {
        var source = new TaskCompletionSource<int>();
        var output = Output.Create(source.Task);
        for (var i = 0; i < 10_000; i++)
        {
            output = output.Apply(value => value + 1);
        }

        source.SetResult(0);

        Assert.Equal(10_000, await OutputUtilities.GetValueAsync(output).WaitAsync(Soon));
    }

    [Fact]
    public async Task All_keeps_the_order_and_joins_the_marks()
    {
        var all = Output.All(Output.Create(1), Output.CreateSecret(2), Output.Create(3));

        Assert.Equal("1 2 3", await Joined(all));
        Assert.True(await Output.IsSecretAsync(all));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.All(Output.Create(1), OutputUtilities.CreateUnknown(2))));
        Assert.Equal("1 2", await Joined(Output.All<int>(1, 2)));
        Assert.Equal("a", await Joined(Output.All(new List<Input<string>> { "a" })));
        Assert.Equal("a", await Joined(Output.All(new List<Output<string>> { Output.Create("a") })));
    }

    [Fact]
    public async Task Tuples_hold_two_to_eight_values_and_join_their_marks()
    {
        var o = Output.Create(0);
        var s = Output.CreateSecret(9);

        Assert.Equal((0, 9), await OutputUtilities.GetValueAsync(Output.Tuple(o, s)));
        Assert.Equal((0, 0, 9), await OutputUtilities.GetValueAsync(Output.Tuple(o, o, s)));
        Assert.Equal((0, 0, 0, 9), await OutputUtilities.GetValueAsync(Output.Tuple(o, o, o, s)));
        Assert.Equal((0, 0, 0, 0, 9), await OutputUtilities.GetValueAsync(Output.Tuple(o, o, o, o, s)));
        Assert.Equal((0, 0, 0, 0, 0, 9), await OutputUtilities.GetValueAsync(Output.Tuple(o, o, o, o, o, s)));
        Assert.Equal((0, 0, 0, 0, 0, 0, 9), await OutputUtilities.GetValueAsync(Output.Tuple(o, o, o, o, o, o, s)));
        Assert.Equal((0, 0, 0, 0, 0, 0, 0, 9), await OutputUtilities.GetValueAsync(Output.Tuple(o, o, o, o, o, o, o, s)));
        Assert.True(await Output.IsSecretAsync(Output.Tuple(s, o, o, o, o, o, o, o)));
        Assert.Equal(("a", 1), await OutputUtilities.GetValueAsync(Output.Tuple((Input<string>)"a", (Input<int>)1)));
    }

    [Fact]
    public async Task Format_puts_values_where_outputs_and_inputs_stand()
    {
        Input<int> port = 443;
        var text = Output.Format($"https://{Output.Create("host")}:{port}/{1.5:F2}");
        var secret = Output.Format($"{Output.CreateSecret("hush-hush")}!");

        Assert.Equal("https://host:443/1.50", await OutputUtilities.GetValueAsync(text));
        Assert.True(await Output.IsSecretAsync(secret));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Format($"{OutputUtilities.CreateUnknown("x")}")));
    }

    [Fact]
    public async Task Json_waits_for_outputs_inside_the_value_and_joins_their_marks()
    {
        var late = new TaskCompletionSource<string>();
        var json = Output.JsonSerialize(Output.Create(new Dictionary<string, object>
        {
            ["plain"] = 1,
            ["late"] = Output.Create(late.Task),
            ["secret"] = Output.CreateSecret("s3cret"),
            ["input"] = (Input<string>)"in",
            ["list"] = (InputList<string>)new[] { "a" },
        }));
        late.SetResult("now");

        Assert.Equal(
            """{"plain":1,"late":"now","secret":"s3cret","input":"in","list":["a"]}""",
            await OutputUtilities.GetValueAsync(json).WaitAsync(Soon));
        Assert.True(await Output.IsSecretAsync(json));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.JsonSerialize(Output.Create(new { a = OutputUtilities.CreateUnknown(1) }))));
    }

    [Fact]
    public async Task Json_reads_what_it_wrote()
    {
        var read = Output.JsonDeserialize<Dictionary<string, int>>(Output.CreateSecret("""{"a":1}"""));

        Assert.Equal(1, (await OutputUtilities.GetValueAsync(read))["a"]);
        Assert.True(await Output.IsSecretAsync(read));
        var camel = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        Assert.Equal("""{"someName":1}""", await OutputUtilities.GetValueAsync(Output.JsonSerialize(Output.Create(new { SomeName = 1 }), camel)));
    }

    [Fact]
    public async Task Unsecret_takes_the_mark_off()
    {
        Assert.False(await Output.IsSecretAsync(Output.Unsecret(Output.CreateSecret(1))));
        Assert.True(await Output.IsSecretAsync(Output.CreateSecret(Task.FromResult(1))));
    }

    [Fact]
    public async Task Extensions_reach_into_arrays_and_unions()
    {
        var array = Output.Create(ImmutableArray.Create("a", "b"));
        var union = Output.Create(Union<int, string>.FromT1("x"));

        Assert.Equal("a", await OutputUtilities.GetValueAsync(array.First()));
        Assert.Equal("b", await OutputUtilities.GetValueAsync(array.GetAt(1)));
        Assert.Equal(2, await OutputUtilities.GetValueAsync(array.Length()));
        Assert.True(await OutputUtilities.GetValueAsync(union.IsT1()));
        Assert.False(await OutputUtilities.GetValueAsync(union.IsT0()));
        Assert.Equal("x", await OutputUtilities.GetValueAsync(union.AsT1()));
        Assert.Equal("x", await OutputUtilities.GetValueAsync(union.Value()));
    }

    [Fact]
    public async Task A_deferred_output_gets_its_value_later_and_only_once()
    {
        var deferred = new DeferredOutput<string>();
        var reader = OutputUtilities.GetValueAsync(deferred.Output.Apply(value => value + "!"));

        deferred.Resolve(Output.Create("done"));

        Assert.Equal("done!", await reader.WaitAsync(Soon));
        Assert.Throws<InvalidOperationException>(() => deferred.Resolve(Output.Create("again")));
    }

    [Fact]
    public async Task A_dependency_can_be_added()
    {
        var resources = await Deployment.TestAsync(new EmptyMocks(), new(), async () =>
        {
            var duck = new Duck("donald");
            var output = OutputUtilities.WithDependency(Output.Create(1), duck);
            Assert.Equal([duck], await OutputUtilities.GetDependenciesAsync(output));
        });

        Assert.Single(resources);
    }

    [Fact]
    public void Turning_an_output_into_a_string_explains_what_to_do() =>
        Assert.Contains("Output.Format", Output.Create("value").ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task Turning_an_output_into_a_string_warns_during_a_run()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(() => _ = $"{Output.Create("value")}");

        Assert.Equal(Platform.Protocol.LogSeverity.Warning, Assert.Single(engine.Logs).Severity);
    }

    [Fact]
    public async Task Dependencies_of_many_resources_join_without_repetition()
    {
        await Deployment.TestAsync(new EmptyMocks(), new(), async () =>
        {
            var ducks = Enumerable.Range(0, 12).Select(i => new Duck("duck-" + i)).ToArray();
            var all = Output.All([.. ducks.Select(duck => duck.Urn), .. ducks.Select(duck => duck.Id), ducks[0].Urn]);
            Assert.Equal(12, (await OutputUtilities.GetDependenciesAsync(all)).Count);
        });
    }

    private static async Task<string> Joined<T>(Output<ImmutableArray<T>> values) => string.Join(' ', await OutputUtilities.GetValueAsync(values));
}
