using System.Text.Json;
using Platform.Graph;
using Platform.Insights.Alarms;
using Platform.Tests.Tools.Repository;

namespace Platform.Tests.Tools.Alarms;

/// <summary>No alarm and no board looks at what nobody emits: name, dimensions and region are those of a resource that is planned.</summary>
public class EmittedMetricTests
{
    [Theory, InlineData("dev"), InlineData("staging"), InlineData("prod")]
    public async Task Somebody_emits_what_alarms_and_boards_look_at(string stack)
    {
        var graph = await OwnPlan.Of(stack);

        var looks = Looks(graph).ToList();
        Assert.True(looks.Count > 30, $"{looks.Count} looks.");
        Assert.Equal([], looks.Select(look => Problem(graph, look)).OfType<string>().Distinct());
    }

    [Theory]
    [InlineData("AWS/RDS", "CPUUtilisation", "DBInstanceIdentifier", "platform-prod-database", "eu-west-1")]
    [InlineData("AWS/RDS", "CPUUtilization", "DBClusterIdentifier", "platform-prod-database", "eu-west-1")]
    [InlineData("AWS/RDS", "CPUUtilization", "DBInstanceIdentifier", "platform-prod-database", "eu-central-1")]
    [InlineData("AWS/RDS", "ReplicaLag", "DBInstanceIdentifier", "platform-prod-database", "eu-west-1")]
    [InlineData("AWS/ElastiCache", "CacheHits", "CacheClusterId", "platform-prod-cache-004", "eu-west-1")]
    [InlineData("Platform/Probe", "Up", "From", "us-east-1", "eu-west-1")]
    public async Task A_wrong_name_dimension_region_or_member_is_found(string metricNamespace, string name, string dimension, string value, string region) =>
        Assert.NotNull(Problem(await OwnPlan.Of("prod"), new("test", region, metricNamespace, name, new() { [dimension] = value })));

    private static string? Problem(ResourceGraph graph, Look look)
    {
        var forms = Emitters.All.Where(each => each.Namespace == look.Namespace && (each.Names == "*" || each.Names.Split(' ').Contains(look.Name))).ToList();
        return forms.Count == 0 ? $"{look.By}: nobody emits {look.Namespace}/{look.Name}."
            : forms.Any(form => Emits(graph, form, look)) ? null
            : $"{look.By}: {look.Namespace}/{look.Name} is not emitted in {look.Region} for {string.Join(", ", look.Dimensions.Select(each => $"{each.Key}={each.Value}"))}.";
    }

    private static bool Emits(ResourceGraph graph, Emitter form, Look look) =>
        form.Dimensions.Keys.Order(StringComparer.Ordinal).SequenceEqual(look.Dimensions.Keys.Order(StringComparer.Ordinal))
        && form.Dimensions.All(dimension => dimension.Value.In(graph, form.Region is null ? look.Region : null).Contains(look.Dimensions[dimension.Key]))
        && (form.Region is null || form.Region == look.Region)
        && (form.Needs is null || graph.OfType(form.Needs).Any())
        && (form.Names != "*" || graph.OfType(form.Needs!).Any(filter => filter.Region == look.Region && filter.Inputs["metricTransformation"]?["name"]?.AsText == look.Name))
        && (form.Program is null || Programs(form.Program).Contains($"\"{look.Name}\"", StringComparison.Ordinal));

    private static string Programs(string name) =>
        File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Combine(Sources.Root, "components"), name, SearchOption.AllDirectories))).Replace('\'', '"');

    private static IEnumerable<Look> Looks(ResourceGraph graph) =>
        AlarmReader.Read(graph).OfType<MetricAlarm>().SelectMany(alarm => alarm.Terms.Values.Select(term => term.Metric).OfType<MetricKey>().Select(key =>
            new Look(alarm.Resource.Name, alarm.Resource.Region, key.Namespace, key.Name, key.Dimensions.ToDictionary())))
        .Concat(graph.OfType("aws:cloudwatch/dashboard:Dashboard").SelectMany(OfBoard));

    private static IEnumerable<Look> OfBoard(Resource board) =>
        from widget in JsonElement.Parse(board.Inputs["dashboardBody"]!.AsText!).GetProperty("widgets").EnumerateArray()
        where widget.GetProperty("type").GetString() == "metric"
        let properties = widget.GetProperty("properties")
        from line in properties.GetProperty("metrics").EnumerateArray()
        let words = line.EnumerateArray().Where(word => word.ValueKind == JsonValueKind.String).Select(word => word.GetString()!).ToList()
        where words.Count > 0
        select new Look(
            $"{board.Name}: {properties.GetProperty("title").GetString()}", properties.GetProperty("region").GetString(), words[0], words[1],
            words.Skip(2).Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]));

    private sealed record Look(string By, string? Region, string Namespace, string Name, Dictionary<string, string> Dimensions);
}
