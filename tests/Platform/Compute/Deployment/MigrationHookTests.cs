using System.Text.Json;
using Platform.Components.Compute.Deployment;
using static Platform.Tests.Compute.Deployment.GivenRelease;

namespace Platform.Tests.Compute.Deployment;

/// <summary>What runs before a release.</summary>
public class MigrationHookTests
{
    [Fact]
    public async Task Migrates_with_the_new_image_before_its_first_task_starts()
    {
        var plan = await Sandbox.Run(() => Service(new TrafficShift.BlueGreen(15), Migrate));
        var hook = plan.Only("Service");

        Assert.Equal("PRE_SCALE_UP", hook["deploymentConfiguration.lifecycleHooks.0.lifecycleStages.0"]);
        Assert.Equal("arn:Function:shop-migration", hook["deploymentConfiguration.lifecycleHooks.0.hookTargetArn"]);
        Assert.Equal("arn:Role:shop-migration-caller", hook["deploymentConfiguration.lifecycleHooks.0.roleArn"]);
        using var details = JsonDocument.Parse((string)hook["deploymentConfiguration.lifecycleHooks.0.hookDetails"]!);
        Assert.Equal("arn:TaskDefinition:shop-migration", details.RootElement.GetProperty("taskDefinition").GetString());
        Assert.Equal(120, details.RootElement.GetProperty("looks").GetInt32());

        using var containers = JsonDocument.Parse((string)plan.Named("TaskDefinition", "shop-migration")["containerDefinitions"]!);
        var container = Assert.Single(containers.RootElement.EnumerateArray());
        Assert.Equal(Given.Image, container.GetProperty("image").GetString());
        Assert.Equal(Migrate, container.GetProperty("command").EnumerateArray().Select(word => word.GetString()));
        Assert.False(container.TryGetProperty("portMappings", out _));
        Assert.False(container.TryGetProperty("restartPolicy", out _));
        Assert.True(container.GetProperty("readonlyRootFilesystem").GetBoolean());
    }

    [Fact]
    public async Task Lets_the_hook_run_that_task_only_and_hand_over_its_roles_to_tasks_only()
    {
        var plan = await Sandbox.Run(() => Service(new TrafficShift.BlueGreen(15), Migrate));

        using var policy = JsonDocument.Parse((string)plan.Named("RolePolicy", "shop-migration-hook")["policy"]!);
        var statements = policy.RootElement.GetProperty("Statement").EnumerateArray()
            .ToDictionary(s => s.GetProperty("Sid").GetString()!, s => s.GetProperty("Resource").EnumerateArray().Select(r => r.GetString()!).ToArray());
        Assert.Equal(["arn:aws:ecs:eu-west-1:111122223333:task-definition/platform-dev-shop-migration:*"], statements["Start"]);
        Assert.Equal(["arn:aws:ecs:eu-west-1:111122223333:task/cluster/*"], statements["Follow"]);
        Assert.Equal(["arn:Role:shop-start", "arn:Role:shop-run"], statements["HandOver"]);
        Assert.Contains("\"iam:PassedToService\":\"ecs-tasks.amazonaws.com\"", policy.RootElement.GetRawText(), StringComparison.Ordinal);
    }
}
