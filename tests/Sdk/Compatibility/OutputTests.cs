using System.Collections.Immutable;
using Pulumi;

namespace Platform.Tests.Sdk.Compatibility;

/// <summary>Functions on outputs, tested alone.</summary>
public class OutputTests
{
    [Fact]
    public async Task Apply_takes_values_tasks_outputs_and_inputs()
    {
        var number = Output.Create(Task.FromResult(20));

        Assert.Equal(21, await number.Apply(n => n + 1).GetValueAsync());
        Assert.Equal(22, await number.Apply(n => Task.FromResult(n + 2)).GetValueAsync());
        Assert.Equal(23, await number.Apply(n => Output.Create(n + 3)).GetValueAsync());
        Assert.Equal(24, await number.Apply(n => (Input<int>)(n + 4)).GetValueAsync());
    }

    [Fact]
    public async Task All_joins_outputs_or_inputs_of_one_type()
    {
        var ports = Output.All(Output.Create(80), Output.Create(443));
        var names = Output.All(new List<Input<string>> { "a", Output.Create("b") });

        Assert.Equal<IEnumerable<int>>([80, 443], await ports.GetValueAsync());
        Assert.Equal("a+b", await names.Apply(all => string.Join('+', all)).GetValueAsync());
    }

    [Fact]
    public async Task Tuple_joins_outputs_of_many_types()
    {
        var pair = Output.Tuple(Output.Create("db"), Output.Create(5432));
        Input<bool> encrypted = true;
        var three = Output.Tuple<string, int, bool>("db", Output.Create(5432), encrypted);

        Assert.Equal("db:5432", await pair.Apply(t => $"{t.Item1}:{t.Item2}").GetValueAsync());
        Assert.Equal(("db", 5432, true), await three.GetValueAsync());
    }

    [Fact]
    public async Task Eight_outputs_fit_into_one_tuple()
    {
        var parts = Enumerable.Range(1, 8).Select(Output.Create).ToArray();

        var sum = Output.Tuple(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7])
            .Apply(t => t.Item1 + t.Item2 + t.Item3 + t.Item4 + t.Item5 + t.Item6 + t.Item7 + t.Item8);

        Assert.Equal(36, await sum.GetValueAsync());
    }

    [Fact]
    public async Task One_secret_part_makes_the_whole_secret_until_it_is_told_not_to_be()
    {
        var connection = Output.Format($"postgres://app:{Output.CreateSecret("hush")}@{Output.Create("db")}:{5432}");

        Assert.True(await Output.IsSecretAsync(connection));
        Assert.False(await Output.IsSecretAsync(Output.Unsecret(connection)));
        Assert.Equal("postgres://app:hush@db:5432", await connection.GetValueAsync());
    }

    [Fact]
    public async Task Lists_and_maps_take_single_values_and_outputs_mixed()
    {
        InputList<string> zones = new[] { "a", "b" };
        zones.Add(Output.Create("c"));
        var map = new InputMap<string> { { "plain", "1" }, { "later", Output.Create("2") } };
        map["third"] = "3";

        Assert.Equal<IEnumerable<string>>(["a", "b", "c"], await zones.ToOutput().GetValueAsync());
        var values = await map.Apply(all => all.OrderBy(entry => entry.Key).Select(entry => $"{entry.Key}={entry.Value}").ToImmutableArray()).GetValueAsync();
        Assert.Equal<IEnumerable<string>>(["later=2", "plain=1", "third=3"], values);
    }

    [Fact]
    public async Task Elements_of_a_list_can_be_picked_before_it_is_known()
    {
        var zones = Output.Create(ImmutableArray.Create("a", "b"));

        Assert.Equal(("a", "b", 2), (await zones.First().GetValueAsync(), await zones.GetAt(1).GetValueAsync(), await zones.Length().GetValueAsync()));
    }

    [Fact]
    public async Task Documents_are_written_and_read_as_JSON()
    {
        var document = Output.JsonSerialize(Output.Create(new Dictionary<string, object> { ["Version"] = "2012-10-17", ["Role"] = Output.Create("arn:role") }));

        Assert.Equal("""{"Version":"2012-10-17","Role":"arn:role"}""", await document.GetValueAsync());
        var read = Output.JsonDeserialize<Dictionary<string, string>>(document);
        Assert.Equal("arn:role", (await read.GetValueAsync())["Role"]);
    }
}
