using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Platform.Components.Compute.Instances.Boot;

namespace Platform.Tests.Compute.Instances.Boot;

public class BootScriptTests
{
    private const string Secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/db-AbCdEf";
    private const string Image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Fact]
    public void The_same_plan_gives_the_same_bytes_whatever_the_order_of_its_settings()
    {
        var forward = Plan with { Environment = Settings(("A", "1"), ("B", "2")) };
        var backward = Plan with { Environment = Settings(("B", "2"), ("A", "1")) };

        Assert.Equal(BootScript.Render(forward), BootScript.Render(backward));
    }

    [Fact]
    public void Runs_the_image_by_digest_without_root_rights_on_a_read_only_disk()
    {
        var run = FileOf(Plan, "/opt/platform/start").Split('\n').Single(line => line.StartsWith("exec docker run ", StringComparison.Ordinal));

        Assert.EndsWith($" {Image}", run, StringComparison.Ordinal);
        Assert.Contains(" --user 10001:10001 --read-only ", run, StringComparison.Ordinal);
        Assert.Contains(" --cap-drop ALL --security-opt no-new-privileges ", run, StringComparison.Ordinal);
        Assert.Contains(" --env PORT=8080", run, StringComparison.Ordinal);
    }

    [Fact]
    public void Fetches_a_secret_by_ARN_when_the_container_starts()
    {
        var start = FileOf(Plan with { Secrets = Settings(("DB_PASSWORD", Secret)) }, "/opt/platform/start");

        Assert.Contains(
            $"DB_PASSWORD=\"$(aws secretsmanager get-secret-value --region eu-west-1 --secret-id '{Secret}' --query SecretString --output text)\"\nexport DB_PASSWORD\n",
            start, StringComparison.Ordinal);
        Assert.Contains(" --env DB_PASSWORD ", start, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_one_key_of_a_JSON_secret_named_the_way_ECS_names_it()
    {
        var start = FileOf(Plan with { Secrets = Settings(("DB_PASSWORD", $"{Secret}:password::")) }, "/opt/platform/start");

        Assert.Contains($"--secret-id '{Secret}' --query SecretString --output text | python3 -c ", start, StringComparison.Ordinal);
        Assert.Contains(" 'password')\"", start, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_cannot_break_out_of_its_quotes()
    {
        var start = FileOf(Plan with { Environment = Settings(("GREETING", "it's $(reboot)")) }, "/opt/platform/start");

        Assert.Contains("export GREETING='it'\\''s $(reboot)'\n", start, StringComparison.Ordinal);
    }

    [Fact]
    public void Enters_no_registry_for_an_image_of_a_public_one()
    {
        Assert.Contains("docker login", FileOf(Plan, "/opt/platform/start"), StringComparison.Ordinal);
        Assert.DoesNotContain("docker login", FileOf(Plan with { Registry = null }, "/opt/platform/start"), StringComparison.Ordinal);
    }

    [Fact]
    public void Finishes_its_work_before_the_group_takes_the_machine_away()
    {
        var drain = FileOf(Plan, "/opt/platform/drain");

        Assert.Contains("autoscaling/target-lifecycle-state", drain, StringComparison.Ordinal);
        Assert.True(
            drain.IndexOf("systemctl stop app.service", StringComparison.Ordinal)
            < drain.IndexOf("--auto-scaling-group-name shop-dev-app --lifecycle-hook-name drain ", StringComparison.Ordinal));
        Assert.Contains("X-aws-ec2-metadata-token", drain, StringComparison.Ordinal);
    }

    [Fact]
    public void Sends_memory_and_disk_figures_under_the_name_of_the_group()
    {
        using var agent = JsonDocument.Parse(FileOf(Plan, "/opt/platform/agent.json"));
        var metrics = agent.RootElement.GetProperty("metrics");

        Assert.Equal("Platform/Instances", metrics.GetProperty("namespace").GetString());
        foreach (var part in (string[])["mem", "disk"])
        {
            Assert.Equal(
                "shop-dev-app",
                metrics.GetProperty("metrics_collected").GetProperty(part).GetProperty("append_dimensions").GetProperty("AutoScalingGroupName").GetString());
        }
    }

    [Fact]
    public void Refuses_more_settings_than_user_data_can_hold()
    {
        var plan = Plan with { Environment = Settings(("LONG", new string('x', BootScript.MaxBytes))) };

        var problem = Assert.Throws<InvalidOperationException>(() => BootScript.Render(plan));

        Assert.Contains("EC2 takes 16384", problem.Message, StringComparison.Ordinal);
        Assert.Contains("move settings into one JSON secret", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_bytes_and_not_letters()
    {
        var room = BootScript.MaxBytes - Encoding.UTF8.GetByteCount(BootScript.Render(Plan));

        Assert.Throws<InvalidOperationException>(() => BootScript.Render(Plan with { Environment = Settings(("LONG", new string('é', room - 100))) }));
    }

    private static BootPlan Plan { get; } = new()
    {
        Image = Image,
        Registry = "123456789012.dkr.ecr.eu-west-1.amazonaws.com",
        Port = 8080,
        Region = "eu-west-1",
        LogGroup = "/shop/dev/app",
        GroupName = "shop-dev-app",
    };

    private static ImmutableSortedDictionary<string, string> Settings(params (string Name, string Value)[] settings) =>
        settings.ToImmutableSortedDictionary(setting => setting.Name, setting => setting.Value, StringComparer.Ordinal);

    private static string FileOf(BootPlan plan, string path)
    {
        var text = BootScript.Render(plan);
        Assert.StartsWith("#cloud-config\n", text, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(text["#cloud-config\n".Length..]);
        return document.RootElement.GetProperty("write_files").EnumerateArray()
            .Single(file => file.GetProperty("path").GetString() == path)
            .GetProperty("content").GetString()!;
    }
}
