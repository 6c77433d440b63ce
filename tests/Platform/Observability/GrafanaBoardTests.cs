using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Platform.Tests.Stacks;

namespace Platform.Tests.Observability;

/// <summary>
/// What Grafana must be given so that it shows a board. Source: the dashboard JSON model of Grafana's documentation, and that of its CloudWatch
/// and Prometheus data sources for what they are asked.
/// </summary>
public partial class GrafanaBoardTests
{
    private const int Columns = 24;

    [Fact]
    public async Task Shows_the_same_boards_as_CloudWatch_with_what_only_Prometheus_knows()
    {
        var boards = await Boards("prometheus-");

        Assert.Equal(["platform-development", "platform-executive", "platform-operations", "platform-security"], boards.Select(board => board.GetProperty("uid").GetString()));
        Assert.Contains(Panels(boards[2]), panel => panel.GetProperty("title").GetString() == "app-missing-pods"
            && panel.GetProperty("targets")[0].GetProperty("expr").GetString()!.Contains("namespace=\"app\"", StringComparison.Ordinal));
        Assert.Contains(Panels(boards[3]), panel => panel.GetProperty("title").GetString() == "baseline-threat-critical");
    }

    [Theory, InlineData("prometheus-"), InlineData("second-prometheus-")]
    public async Task Each_panel_has_an_id_of_its_own_and_a_place_no_other_one_has(string clusters) => Assert.All(await Boards(clusters), board =>
    {
        var panels = Panels(board);
        Assert.Equal(panels.Count, panels.Select(panel => panel.GetProperty("id").GetInt32()).Distinct().Count());
        var cells = panels.Select(panel => panel.GetProperty("gridPos")).SelectMany(place =>
            from column in Enumerable.Range(place.GetProperty("x").GetInt32(), place.GetProperty("w").GetInt32())
            from row in Enumerable.Range(place.GetProperty("y").GetInt32(), place.GetProperty("h").GetInt32())
            select (column, row)).ToList();
        Assert.Equal(cells.Count, cells.Distinct().Count());
        Assert.All(cells, cell => Assert.InRange(cell.column, 0, Columns - 1));
        Assert.All(panels, panel => Assert.Contains(panel.GetProperty("type").GetString(), new[] { "row", "stat", "timeseries" }));
    });

    [Theory, InlineData("prometheus-"), InlineData("second-prometheus-")]
    public async Task Each_panel_asks_a_source_that_the_chart_sets_up_and_in_its_words(string clusters)
    {
        var sources = await Sources();

        Assert.All((await Boards(clusters)).SelectMany(Panels).Where(panel => panel.GetProperty("type").GetString() != "row"), panel =>
        {
            Assert.NotEmpty(panel.GetProperty("title").GetString()!);
            var targets = panel.GetProperty("targets").EnumerateArray().ToList();
            Assert.NotEmpty(targets);
            Assert.Equal(targets.Count, targets.Select(target => target.GetProperty("refId").GetString()).Distinct().Count());
            Assert.Contains(targets, target => !(target.TryGetProperty("hide", out var hidden) && hidden.GetBoolean()));
            Assert.All(targets.Select(target => target.GetProperty("datasource")).Append(panel.GetProperty("datasource")), source =>
                Assert.Contains((source.GetProperty("type").GetString(), source.GetProperty("uid").GetString()), sources));
            Assert.All(targets, target => Assert.True(IsAsked(target, targets), $"{panel.GetProperty("title")}: {target}"));
        });
    }

    // Nobody chooses anything on our boards: a name with a dollar would be one of a variable that is not there.
    [Theory, InlineData("prometheus-"), InlineData("second-prometheus-")]
    public async Task No_board_uses_a_variable_it_does_not_declare(string clusters) => Assert.All(await Boards(clusters), board =>
    {
        var declared = board.TryGetProperty("templating", out var templating)
            ? templating.GetProperty("list").EnumerateArray().Select(variable => variable.GetProperty("name").GetString()!).ToHashSet()
            : [];
        Assert.Subset(declared, Variable().Matches(board.GetRawText()).Select(use => use.Groups["name"].Value).Where(name => !name.StartsWith("__", StringComparison.Ordinal)).ToHashSet());
    });

    private static bool IsAsked(JsonElement target, List<JsonElement> all) =>
        target.GetProperty("datasource").GetProperty("type").GetString() == "prometheus" ? target.GetProperty("expr").GetString() is { Length: > 0 }
        : target.TryGetProperty("expression", out var expression)
            ? Word().Matches(expression.GetString()!).Select(word => word.Value).Where(word => char.IsLower(word[0]))
                .All(word => all.Any(other => other.TryGetProperty("id", out var id) && id.GetString() == word))
            : new[] { "id", "region", "namespace", "metricName", "statistic", "period" }.All(name => target.GetProperty(name).GetString() is { Length: > 0 })
                && target.GetProperty("dimensions").ValueKind == JsonValueKind.Object;

    private static List<JsonElement> Panels(JsonElement board) => [.. board.GetProperty("panels").EnumerateArray()];

    private static async Task<List<JsonElement>> Boards(string clusters) =>
    [
        .. (await RealStack.Run("prod")).Of("ConfigMap")
            .Where(map => map.Name.StartsWith(clusters, StringComparison.Ordinal) && map["metadata.labels.grafana_dashboard"] is "1")
            .Select(map => JsonElement.Parse((string)((ImmutableDictionary<string, object>)map["data"]!).Values.Single())),
    ];

    /// <summary>What the chart sets up: Prometheus by itself, others by its values.</summary>
    private static async Task<List<(string?, string?)>> Sources()
    {
        var grafana = (ImmutableDictionary<string, object>)(await RealStack.Run("prod")).Named("Release", "prometheus")["values.grafana"]!;
        return
        [
            ("prometheus", "prometheus"),
            .. ((ImmutableArray<object>)grafana["additionalDataSources"]).Cast<ImmutableDictionary<string, object>>().Select(source => ((string?)source["type"], (string?)source["uid"])),
        ];
    }

    [GeneratedRegex(@"\$\{?(?<name>[A-Za-z_]\w*)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"[A-Za-z]\w*")]
    private static partial Regex Word();
}
