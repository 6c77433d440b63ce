using System.Text.Json;
using Platform.Components.Compute.Tasks;
using Platform.Components.Identity;

namespace Platform.Components.Compute;

/// <summary>Writes the containers of a task as the JSON that ECS reads.</summary>
internal static class ContainerText
{
    private const string User = "10001:10001";
    // The longest that Fargate waits. Source: ContainerDefinition, stopTimeout, ECS API reference.
    private const int StopSeconds = 120;

    public static Output<string> Of(TaskPlan plan, FargateServiceArgs args, Output<string> logGroup, Output<string> region)
    {
        var tracing = plan.Serves && args.Traces is { } traces ? traces.Environment(plan.Name).Where(pair => !args.Environment.ContainsKey(pair.Key)) : [];
        var own = args.Environment.Concat(tracing).Select(pair => KeyValuePair.Create(pair.Key, (Input<string>)pair.Value));
        var environment = Sorted(own
            .Concat(args.Uses.SelectMany(use => use.Environment))
            .Concat(args.Queues.Select(queue => KeyValuePair.Create(queue.Variable, (Input<string>)queue.Url))));
        var secrets = Sorted(args.Uses.SelectMany(use => use.Secrets));

        return Output
            .Tuple(Output.All(environment.Select(pair => pair.Value)), Output.All(secrets.Select(pair => pair.Value)), logGroup, region)
            .Apply(values => JsonText.Of(json =>
            {
                json.WriteStartArray();
                json.WriteStartObject();
                WriteOwn(json, plan, args);
                WritePairs(json, "environment", "value", environment.Select(pair => pair.Key).Zip(values.Item1));
                WritePairs(json, "secrets", "valueFrom", secrets.Select(pair => pair.Key).Zip(values.Item2));
                WriteLog(json, values.Item3, values.Item4);
                json.WriteEndObject();
                foreach (var sidecar in plan.Sidecars)
                {
                    SidecarText.Write(json, sidecar, () =>
                    {
                        WriteConfinement(json);
                        WriteLog(json, values.Item3, values.Item4);
                    });
                }

                json.WriteEndArray();
            }));
    }

    private static KeyValuePair<string, Input<string>>[] Sorted(IEnumerable<KeyValuePair<string, Input<string>>> pairs) =>
        [.. pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal)];

    private static void WriteOwn(Utf8JsonWriter json, TaskPlan plan, FargateServiceArgs args)
    {
        json.WriteString("name", plan.Name);
        json.WriteString("image", args.Image);
        json.WriteBoolean("essential", true);
        WriteConfinement(json);
        if (plan.Serves)
        {
            WriteService(json, args.Target?.Port);
            return;
        }

        json.WriteStartArray("command");
        foreach (var word in plan.Command)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }

    private static void WriteConfinement(Utf8JsonWriter json)
    {
        json.WriteBoolean("readonlyRootFilesystem", true);
        json.WriteBoolean("privileged", false);
        json.WriteString("user", User);
        json.WriteNumber("stopTimeout", StopSeconds);

        json.WriteStartObject("linuxParameters");
        json.WriteBoolean("initProcessEnabled", true);
        json.WriteStartObject("capabilities");
        json.WriteStartArray("drop");
        json.WriteStringValue("ALL");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteService(Utf8JsonWriter json, int? port)
    {
        json.WriteStartObject("restartPolicy");
        json.WriteBoolean("enabled", true);
        json.WriteEndObject();

        if (port is not { } served)
        {
            return;
        }

        json.WriteStartArray("portMappings");
        json.WriteStartObject();
        json.WriteString("name", "http");
        json.WriteNumber("containerPort", served);
        json.WriteNumber("hostPort", served);
        json.WriteString("protocol", "tcp");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WritePairs(Utf8JsonWriter json, string list, string member, IEnumerable<(string Name, string Value)> pairs)
    {
        json.WriteStartArray(list);
        foreach (var (name, value) in pairs)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString(member, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLog(Utf8JsonWriter json, string group, string region)
    {
        json.WriteStartObject("logConfiguration");
        json.WriteString("logDriver", "awslogs");
        json.WriteStartObject("options");
        json.WriteString("awslogs-group", group);
        json.WriteString("awslogs-region", region);
        json.WriteString("awslogs-stream-prefix", "task");
        json.WriteString("mode", "non-blocking");       // a slow log must not stop requests
        json.WriteString("max-buffer-size", "25m");
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
