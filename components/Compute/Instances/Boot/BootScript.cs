using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Platform.Components.Compute.Instances.Boot;

/// <summary>
/// The cloud-init document of an instance: a service that fetches secrets and runs the container, and one that drains
/// it when the group takes the instance away. The same plan gives the same bytes, so an unchanged release replaces nothing.
/// </summary>
internal static class BootScript
{
    /// <summary>EC2 refuses longer user data, counted before Base64. Source: EC2 user guide, instance user data.</summary>
    public const int MaxBytes = 16 * 1024;

    public static string Render(BootPlan plan)
    {
        // JSON is YAML, and a serializer quotes better than a template.
        var document = "#cloud-config\n" + JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["write_files"] = new object[]
            {
                File("/opt/platform/start", "0700", BootFiles.Start(plan)),
                File("/opt/platform/drain", "0700", BootFiles.Drain(plan)),
                File("/etc/systemd/system/app.service", "0644", BootFiles.AppUnit),
                File("/etc/systemd/system/drain.service", "0644", BootFiles.DrainUnit),
                File("/opt/platform/agent.json", "0644", BootFiles.Agent(plan)),
            },
            // Package versions follow the image: an AL2023 image only sees the repository of its own release.
            ["runcmd"] = new List<string>
            {
                "dnf install -y docker amazon-cloudwatch-agent",
                "systemctl enable --now docker",
                "/opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s -c file:/opt/platform/agent.json",
                "systemctl enable --now app.service drain.service",
            },
        }, Readable);

        var bytes = Encoding.UTF8.GetByteCount(document);
        return bytes <= MaxBytes
            ? document
            : throw new InvalidOperationException(
                $"user data is {bytes} bytes, but EC2 takes {MaxBytes}; move settings into one JSON secret and pass its ARN.");
    }

    private static Dictionary<string, string> File(string path, string permissions, string content) => new()
    {
        ["path"] = path,
        ["permissions"] = permissions,
        ["owner"] = "root:root",
        ["content"] = content,
    };

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
