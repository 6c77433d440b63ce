using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace Platform.Tests.Sdk.Runtime.Values;

public class InputTests
{
    public static TheoryData<string, InputList<int>> Lists() => new()
    {
        { "value", 1 },
        { "output", Output.Create(1) },
        { "input", (Input<int>)1 },
        { "array", new[] { 1 } },
        { "list", new List<int> { 1 } },
        { "immutable array", ImmutableArray.Create(1) },
        { "inputs", new Input<int>[] { 1 } },
        { "list of inputs", new List<Input<int>> { 1 } },
        { "immutable array of inputs", ImmutableArray.Create<Input<int>>(1) },
        { "outputs", new[] { Output.Create(1) } },
        { "list of outputs", new List<Output<int>> { Output.Create(1) } },
        { "immutable array of outputs", ImmutableArray.Create(Output.Create(1)) },
        { "output of immutable array", Output.Create(ImmutableArray.Create(1)) },
        { "output of array", Output.Create(new[] { 1 }) },
        { "output of list", Output.Create(new List<int> { 1 }) },
        { "output of sequence", Output.Create<IEnumerable<int>>([1]) },
        { "initialiser", new InputList<int> { 1 } },
        { "another list", new InputList<int> { new InputList<int> { 1 } } },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_is_made_of(string what, InputList<int> list) =>
        Assert.True((await OutputUtilities.GetValueAsync(list.ToOutput())).SequenceEqual([1]), what);

    [Fact]
    public async Task A_null_becomes_an_empty_list_or_map()
    {
        InputList<string> list = (List<string>)null!;
        InputMap<string> map = (Dictionary<string, string>)null!;

        Assert.Empty((IEnumerable<string>)await OutputUtilities.GetValueAsync(list.ToOutput()));
        Assert.Empty(await OutputUtilities.GetValueAsync(map.ToOutput()));
    }

    [Fact]
    public async Task A_list_that_was_taken_over_does_not_see_later_changes()
    {
        var first = new InputList<int> { 1 };
        var joined = first.Concat(new[] { 2 });
        var output = first.ToOutput();
        first.Add(3);

        Assert.Equal("1", string.Join(' ', await OutputUtilities.GetValueAsync(output)));
        Assert.Equal("1 2", string.Join(' ', await OutputUtilities.GetValueAsync(joined.ToOutput())));
        Assert.Equal("1 3", string.Join(' ', await OutputUtilities.GetValueAsync(first.ToOutput())));
    }

    [Fact]
    public async Task Lists_and_maps_are_enumerated_asynchronously_only()
    {
        var list = new InputList<string> { "a", Output.CreateSecret("b") };
        list.AddRange(Output.Create(new[] { "c" }));
        var values = new List<string>();
        var secrets = new List<bool>();
        await foreach (var element in list)
        {
            values.Add(await OutputUtilities.GetValueAsync(element.ToOutput()));
            secrets.Add(await Output.IsSecretAsync(element.ToOutput()));
        }

        var keys = new List<string>();
        await foreach (var entry in new InputMap<int> { ["k"] = 1 })
        {
            keys.Add((await OutputUtilities.GetValueAsync(entry.ToOutput())).Key);
        }

        Assert.Equal(["a", "b", "c"], values);
        Assert.Equal([false, true, false], secrets);
        Assert.Equal(["k"], keys);
        Assert.Throws<NotSupportedException>(() => ((System.Collections.IEnumerable)list).GetEnumerator());
    }

    public static TheoryData<string, InputMap<int>> Maps() => new()
    {
        { "dictionary", new Dictionary<string, int> { ["k"] = 1 } },
        { "immutable dictionary", ImmutableDictionary<string, int>.Empty.Add("k", 1) },
        { "output of immutable dictionary", Output.Create(ImmutableDictionary<string, int>.Empty.Add("k", 1)) },
        { "output of dictionary", Output.Create(new Dictionary<string, int> { ["k"] = 1 }) },
        { "output of interface", Output.Create<IDictionary<string, int>>(new Dictionary<string, int> { ["k"] = 1 }) },
        { "initialiser", new InputMap<int> { { "k", 1 } } },
        { "index", new InputMap<int> { ["k"] = Output.Create(1) } },
        { "another map", new InputMap<int> { new InputMap<int> { ["k"] = 1 } } },
        { "merge, second wins", InputMap<int>.Merge(new() { ["k"] = 0 }, new() { ["k"] = 1 }) },
    };

    [Theory]
    [MemberData(nameof(Maps))]
    public async Task A_map_is_made_of(string what, InputMap<int> map) =>
        Assert.True((await OutputUtilities.GetValueAsync(map.ToOutput())).Single() is { Key: "k", Value: 1 }, what);

    public static TheoryData<string, InputUnion<int, string>, bool> Unions() => new()
    {
        { "first", 1, true },
        { "second", "x", false },
        { "union", Union<int, string>.FromT0(1), true },
        { "output of first", Output.Create(1), true },
        { "output of second", Output.Create("x"), false },
        { "output of union", Output.Create(Union<int, string>.FromT1("x")), false },
        { "input of first", (Input<int>)1, true },
        { "input of second", (Input<string>)"x", false },
    };

    [Theory]
    [MemberData(nameof(Unions))]
    public async Task A_union_is_made_of(string what, InputUnion<int, string> union, bool isFirst) =>
        Assert.True((await OutputUtilities.GetValueAsync(union.ToOutput())).IsT0 == isFirst, what);

    [Fact]
    public async Task Unions_go_into_lists_and_maps()
    {
        var list = new InputList<Union<int, string>> { (Input<int>)1, (Input<string>)"x" };
        var map = new InputMap<Union<int, string>> { { "a", (Input<int>)1 }, { "b", (Input<string>)"x" } };

        Assert.Equal([1, "x"], (await OutputUtilities.GetValueAsync(list.ToOutput())).Select(union => union.Value));
        Assert.Equal("x", (await OutputUtilities.GetValueAsync(map.ToOutput()))["b"].AsT1);
    }

    [Fact]
    public void A_union_knows_which_type_it_holds()
    {
        Union<int, string> number = 1;
        Union<int, string> text = "x";

        Assert.Equal("number 1", number.Match(value => $"number {value}", value => "text " + value));
        Assert.Equal("x!", text.MapT1(value => value + "!").AsT1);
        Assert.Equal(2, number.MapT0(value => value + 1).AsT0);
        Assert.Equal(1.0, number.Bimap(value => (double)value, value => value.Length).AsT0);
        Assert.True(text.TryPickT1(out var picked, out _));
        Assert.Equal("x", picked);
        Assert.False(text.TryPickT0(out _, out var rest));
        Assert.Equal("x", rest);
        Assert.Equal(text, Union<int, string>.FromT1("x"));
        Assert.True(text != number);
        Assert.Equal("x", text.ToString());
        Assert.Throws<InvalidOperationException>(() => text.AsT0);
        var seen = "";
        text.Switch(_ => seen = "number", value => seen = value);
        Assert.Equal("x", seen);
    }

    [Fact]
    public async Task An_input_works_like_an_output()
    {
        Input<int> input = 20;
        Input<int>? none = null;

        Assert.Equal(21, await OutputUtilities.GetValueAsync(input.Apply(value => value + 1)));
        Assert.Equal(21, await OutputUtilities.GetValueAsync(input.Apply(value => Task.FromResult(value + 1))));
        Assert.Equal(21, await OutputUtilities.GetValueAsync(input.Apply(value => Output.Create(value + 1))));
        Assert.Equal(21, await OutputUtilities.GetValueAsync(input.Apply(value => (Input<int>)(value + 1))));
        Assert.Equal(0, await OutputUtilities.GetValueAsync(InputExtensions.ToOutput(none)));
        Output<int> converted = input;
        Assert.Equal(20, await OutputUtilities.GetValueAsync(converted));
    }
}
