using System.Text.Json;
using Platform.Components.Identity;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Observability.Dashboards;

/// <summary>A board as the body of a CloudWatch dashboard.</summary>
internal static class CloudWatchBoard
{
    private const int Columns = 24, Width = 8, Height = 6;

    public static Output<string> Of(Board board, string region) => Output
        .All(board.Sections.SelectMany(section => section.Panels).Where(panel => panel.Measure is not PromQuery).Select(panel => (Input<KnownPanel>)KnownPanel.Of(panel)))
        .Apply(panels => JsonText.Of(json => Write(json, board, [.. panels], region)));

    private static void Write(Utf8JsonWriter json, Board board, List<KnownPanel> known, string region)
    {
        json.WriteStartObject();
        json.WriteStartArray("widgets");
        var row = 0;
        Text(json, $"# {board.Title}", row++);
        foreach (var section in board.Sections)
        {
            var panels = known.Where(panel => section.Panels.Contains(panel.Panel)).ToList();
            if (panels.Count == 0)
            {
                continue;
            }

            Text(json, $"## {section.Heading}", row++);
            foreach (var (panel, index) in panels.Select((panel, index) => (panel, index)))
            {
                Figure(json, panel, index * Width % Columns, row + (index * Width / Columns * Height), region);
            }

            row += (((panels.Count * Width) + Columns - 1) / Columns) * Height;
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string markdown, int row)
    {
        Place(json, "text", 0, row, Columns, 1);
        json.WriteString("markdown", markdown);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Lines(Utf8JsonWriter json, string title, string group, string question, int column, int row, string region)
    {
        Place(json, "log", column, row, Width, Height);
        json.WriteString("title", title);
        json.WriteString("region", region);
        json.WriteString("view", "table");
        json.WriteString("query", $"SOURCE '{group}' | {question}");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Figure(Utf8JsonWriter json, KnownPanel panel, int column, int row, string region)
    {
        if (panel.Lines is { } lines)
        {
            Lines(json, panel.Panel.Title, lines.Group, lines.Text, column, row, panel.Panel.Region ?? region);
            return;
        }

        Place(json, "metric", column, row, Width, Height);
        json.WriteString("title", panel.Panel.Title);
        json.WriteString("region", panel.Panel.Region ?? region);
        json.WriteNumber("period", panel.Panel.Seconds);
        json.WriteString("view", panel.Panel.IsTotal ? "singleValue" : "timeSeries");
        if (panel.Panel.IsTotal)
        {
            json.WriteBoolean("setPeriodToTimeRange", true);
        }

        json.WriteStartArray("metrics");
        if (panel.Expression is { } expression)
        {
            json.WriteStartArray();
            json.WriteStartObject();
            json.WriteString("expression", expression);
            json.WriteString("id", panel.Panel.Measure is Unusual ? "usual" : "value");
            json.WriteString("label", panel.Panel.Unit);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        foreach (var metric in panel.Metrics)
        {
            Line(json, metric, panel.Expression is null || panel.Panel.Measure is Unusual);
        }

        json.WriteEndArray();
        if (panel.Panel.Limit is { } limit && panel.Panel.Measure is not Unusual)
        {
            json.WriteStartObject("annotations");
            json.WriteStartArray("horizontal");
            json.WriteStartObject();
            json.WriteString("label", "limit");
            json.WriteNumber("value", limit);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Line(Utf8JsonWriter json, KnownMetric metric, bool visible)
    {
        json.WriteStartArray();
        json.WriteStringValue(metric.Namespace);
        json.WriteStringValue(metric.Name);
        foreach (var (name, value) in metric.Dimensions)
        {
            json.WriteStringValue(name);
            json.WriteStringValue(value);
        }

        json.WriteStartObject();
        json.WriteString("id", metric.Id);
        json.WriteString("stat", metric.Statistic);
        json.WriteBoolean("visible", visible);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Place(Utf8JsonWriter json, string type, int column, int row, int width, int height)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteNumber("x", column);
        json.WriteNumber("y", row);
        json.WriteNumber("width", width);
        json.WriteNumber("height", height);
        json.WriteStartObject("properties");
    }
}
