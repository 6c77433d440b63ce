using System.Text.Json;
using Platform.Components.Identity;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Observability.Dashboards;

/// <summary>A board as the JSON of a Grafana dashboard, with figures of Prometheus and of CloudWatch.</summary>
internal static class GrafanaBoard
{
    /// <summary>Names by which Grafana knows where figures come from.</summary>
    public const string Prometheus = "prometheus", CloudWatch = "cloudwatch";

    private const int Columns = 24, Width = 8, Height = 7;

    // Figures only: whoever may look at a board of Grafana may not therefore read the audit log.
    public static Output<string> Of(Board board, string region) => Output
        .All(board.Sections.SelectMany(section => section.Panels).Where(panel => panel.Measure is not LogLines).Select(panel => (Input<KnownPanel>)KnownPanel.Of(panel)))
        .Apply(panels => JsonText.Of(json => Write(json, board, [.. panels], region)));

    private static void Write(Utf8JsonWriter json, Board board, List<KnownPanel> known, string region)
    {
        json.WriteStartObject();
        json.WriteString("uid", $"platform-{board.Key}");
        json.WriteString("title", board.Title);
        json.WriteNumber("schemaVersion", 39);
        json.WriteBoolean("editable", false);
        json.WriteString("refresh", "1m");
        json.WriteStartArray("panels");
        var (row, id) = (0, 1);
        foreach (var section in board.Sections.Where(section => section.Panels.Any(panel => panel.Measure is not LogLines)))
        {
            Open(json, id++, "row", section.Heading, 0, row++, Columns, 1);
            json.WriteEndObject();
            var panels = known.Where(panel => section.Panels.Contains(panel.Panel)).ToList();
            foreach (var (panel, index) in panels.Select((panel, index) => (panel, index)))
            {
                Open(json, id++, panel.Panel.IsTotal ? "stat" : "timeseries", panel.Panel.Title, index * Width % Columns, row + (index * Width / Columns * Height), Width, Height);
                Figure(json, panel, region);
                json.WriteEndObject();
            }

            row += (((panels.Count * Width) + Columns - 1) / Columns) * Height;
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Open(Utf8JsonWriter json, int id, string type, string title, int column, int row, int width, int height)
    {
        json.WriteStartObject();
        json.WriteNumber("id", id);
        json.WriteString("type", type);
        json.WriteString("title", title);
        json.WriteStartObject("gridPos");
        json.WriteNumber("x", column);
        json.WriteNumber("y", row);
        json.WriteNumber("w", width);
        json.WriteNumber("h", height);
        json.WriteEndObject();
    }

    private static void Figure(Utf8JsonWriter json, KnownPanel panel, string region)
    {
        var source = panel.Query is null ? CloudWatch : Prometheus;
        Source(json, source);
        if (panel.Panel.Limit is { } limit && panel.Panel.Measure is not Unusual)
        {
            Limit(json, limit);
        }

        if (panel.Panel.IsTotal)
        {
            Mean(json);
        }

        json.WriteStartArray("targets");
        if (panel.Query is { } query)
        {
            json.WriteStartObject();
            json.WriteString("refId", "A");
            Source(json, source);
            json.WriteString("expr", query);
            json.WriteEndObject();
        }

        foreach (var metric in panel.Metrics)
        {
            Target(json, metric, panel.Panel.Region ?? region, panel.Panel.Seconds, hidden: panel.Expression is not null && panel.Panel.Measure is not Unusual);
        }

        // A band is CloudWatch's own; Grafana shows the figure without it.
        if (panel.Expression is { } expression && panel.Panel.Measure is not Unusual)
        {
            json.WriteStartObject();
            json.WriteString("refId", "value");
            Source(json, source);
            json.WriteString("queryMode", "Metrics");
            json.WriteNumber("metricEditorMode", 1);
            json.WriteString("region", panel.Panel.Region ?? region);
            json.WriteString("expression", expression);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Target(Utf8JsonWriter json, KnownMetric metric, string region, int seconds, bool hidden)
    {
        json.WriteStartObject();
        json.WriteString("refId", metric.Id);
        Source(json, CloudWatch);
        json.WriteString("queryMode", "Metrics");
        json.WriteString("id", metric.Id);
        json.WriteBoolean("hide", hidden);
        json.WriteString("region", region);
        json.WriteString("namespace", metric.Namespace);
        json.WriteString("metricName", metric.Name);
        json.WriteString("statistic", metric.Statistic);
        json.WriteString("period", $"{seconds}");
        json.WriteBoolean("matchExact", true);
        json.WriteStartObject("dimensions");
        foreach (var (name, value) in metric.Dimensions)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Grafana asks hour by hour; the mean of the hours is as near to the whole as it gets.
    private static void Mean(Utf8JsonWriter json)
    {
        json.WriteStartObject("options");
        json.WriteStartObject("reduceOptions");
        json.WriteStartArray("calcs");
        json.WriteStringValue("mean");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Limit(Utf8JsonWriter json, double limit)
    {
        json.WriteStartObject("fieldConfig");
        json.WriteStartObject("defaults");
        json.WriteStartObject("custom");
        json.WriteStartObject("thresholdsStyle");
        json.WriteString("mode", "line");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("thresholds");
        json.WriteString("mode", "absolute");
        json.WriteStartArray("steps");
        json.WriteStartObject();
        json.WriteString("color", "green");
        json.WriteNull("value");
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("color", "red");
        json.WriteNumber("value", limit);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Source(Utf8JsonWriter json, string uid)
    {
        json.WriteStartObject("datasource");
        json.WriteString("type", uid);
        json.WriteString("uid", uid);
        json.WriteEndObject();
    }
}
