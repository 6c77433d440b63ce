using System.Text.Json;

namespace Platform.Components.Compute.Tasks;

/// <summary>Writes the sidecars of a task as the JSON that ECS reads.</summary>
internal static class SidecarText
{
    /// <param name="json">Where to write.</param>
    /// <param name="sidecar">The container.</param>
    /// <param name="fix">Writes what every container of the platform has: its user, its disk, its rights, its log.</param>
    public static void Write(Utf8JsonWriter json, Sidecar sidecar, Action fix)
    {
        json.WriteStartObject();
        json.WriteString("name", sidecar.Name);
        json.WriteString("image", sidecar.Image);
        json.WriteBoolean("essential", false);      // a collector that fails must not take requests with it
        json.WriteNumber("cpu", sidecar.Cpu);
        json.WriteNumber("memory", sidecar.Memory);
        fix();
        json.WriteStartArray("environment");
        foreach (var (name, value) in sidecar.Environment.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
