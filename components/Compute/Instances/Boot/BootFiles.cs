using System.Text;
using System.Text.Json;
using Platform.Components.Compute.Instances.Fleets;

namespace Platform.Components.Compute.Instances.Boot;

/// <summary>The files <see cref="BootScript"/> puts on a machine.</summary>
internal static class BootFiles
{
    /// <summary>CloudWatch namespace of the machine's figures, and the only one it may write to.</summary>
    public const string MetricNamespace = "Platform/Instances";

    /// <summary>Variable that tells the container where to listen.</summary>
    public const string PortVariable = "PORT";

    public const string DrainUnit =
        """
        [Unit]
        Description=Stops the application when the group takes this machine away
        After=app.service

        [Service]
        ExecStart=/opt/platform/drain
        Restart=on-failure
        RestartSec=5

        [Install]
        WantedBy=multi-user.target

        """;

    public static string AppUnit { get; } =
        $"""
        [Unit]
        Description=The application container
        After=docker.service network-online.target
        Requires=docker.service
        StartLimitIntervalSec=0

        [Service]
        RuntimeDirectory=platform
        RuntimeDirectoryMode=0700
        Environment=DOCKER_CONFIG=/run/platform
        ExecStartPre=-/usr/bin/docker rm -f app
        ExecStart=/opt/platform/start
        ExecStop=/usr/bin/docker stop -t {InstanceGroup.DrainSeconds} app
        TimeoutStartSec=0
        TimeoutStopSec={InstanceGroup.DrainSeconds + 15}
        Restart=always
        RestartSec=5

        [Install]
        WantedBy=multi-user.target

        """;

    /// <summary>
    /// Fetches the secrets into the environment of one process and becomes the container. The container shares the network of the
    /// machine: through a bridge, a hop limit of 1 would keep it from its credentials.
    /// </summary>
    public static string Start(BootPlan plan)
    {
        var script = new StringBuilder("#!/bin/bash\nset -euo pipefail\n");
        foreach (var (name, value) in plan.Environment)
        {
            script.Append($"export {name}={Quote(value)}\n");
        }

        foreach (var (name, from) in plan.Secrets)
        {
            var secret = SecretReference.Parse(from);
            script.Append($"{name}=\"$(aws secretsmanager get-secret-value --region {plan.Region} --secret-id {Quote(secret.Arn)} --query SecretString --output text");
            if (secret.Key is { } key)
            {
                script.Append($" | python3 -c 'import json,sys; print(json.load(sys.stdin)[sys.argv[1]])' {Quote(key)}");
            }

            script.Append($")\"\nexport {name}\n");
        }

        if (plan.Registry is { } registry)
        {
            script.Append($"aws ecr get-login-password --region {plan.Region} | docker login --username AWS --password-stdin {registry}\n");
        }

        script.Append("exec docker run --rm --name app --network host --user 10001:10001 --read-only --tmpfs /tmp --init");
        script.Append(" --cap-drop ALL --security-opt no-new-privileges");
        script.Append($" --log-driver awslogs --log-opt awslogs-region={plan.Region} --log-opt awslogs-group={plan.LogGroup}");
        script.Append($" --log-opt awslogs-stream=\"app/$(hostname)\" --log-opt mode=non-blocking --env {PortVariable}={plan.Port}");
        foreach (var name in plan.Environment.Keys.Concat(plan.Secrets.Keys).Order(StringComparer.Ordinal))
        {
            script.Append($" --env {name}");
        }

        return script.Append($" {plan.Image}\n").ToString();
    }

    public static string Drain(BootPlan plan) =>
        $$"""
        #!/bin/bash
        set -uo pipefail
        meta() {
          local token
          token="$(curl -sf -m 2 -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' http://169.254.169.254/latest/api/token)" || return 1
          curl -sf -m 2 -H "X-aws-ec2-metadata-token: $token" "http://169.254.169.254/latest/meta-data/$1"
        }
        until [ "$(meta autoscaling/target-lifecycle-state)" = Terminated ]; do sleep 5; done
        systemctl stop app.service
        aws autoscaling complete-lifecycle-action --region {{plan.Region}} --auto-scaling-group-name {{plan.GroupName}} --lifecycle-hook-name {{InstanceGroup.DrainHook}} --instance-id "$(meta instance-id)" --lifecycle-action-result CONTINUE

        """;

    /// <summary>What the agent measures and sends: memory and disk, which EC2 cannot see from outside, and the log of the boot.</summary>
    public static string Agent(BootPlan plan)
    {
        var group = new Dictionary<string, string> { ["AutoScalingGroupName"] = plan.GroupName };
        return JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["agent"] = new { metrics_collection_interval = 60, omit_hostname = true },
            ["metrics"] = new Dictionary<string, object>
            {
                ["namespace"] = MetricNamespace,
                ["metrics_collected"] = new
                {
                    mem = new { measurement = (List<string>)["mem_used_percent"], append_dimensions = group },
                    disk = new { measurement = (List<string>)["used_percent"], resources = (List<string>)["/"], drop_device = true, append_dimensions = group },
                },
            },
            ["logs"] = new
            {
                logs_collected = new
                {
                    files = new
                    {
                        collect_list = new[]
                        {
                            new { file_path = "/var/log/cloud-init-output.log", log_group_name = plan.LogGroup, log_stream_name = "boot/{instance_id}" },
                        },
                    },
                },
            },
        });
    }

    /// <summary>A shell word that stands for exactly this text.</summary>
    private static string Quote(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
