namespace Platform.Tests.Workloads.Pods;

public class MigrationTests
{
    [Fact]
    public async Task Runs_the_command_once_with_the_image_of_the_release()
    {
        var job = (await GivenWorkload.Run()).Only("Job");

        Assert.Equal(["/app/migrate", "up"], (IEnumerable<object>)job["spec.template.spec.containers.0.command"]!);
        Assert.Equal(Given.Image, job["spec.template.spec.containers.0.image"]);
        Assert.Equal("Never", job["spec.template.spec.restartPolicy"]);
        Assert.Equal(1.0, job["spec.backoffLimit"]);
        Assert.Equal(900.0, job["spec.activeDeadlineSeconds"]);
    }

    [Fact]
    public async Task Is_no_server()
    {
        var job = (await GivenWorkload.Run()).Only("Job");

        Assert.Null(job["spec.template.spec.containers.0.ports"]);
        Assert.Null(job["spec.template.spec.containers.0.readinessProbe"]);
    }

    [Fact]
    public async Task Is_left_out_when_there_is_none() => Assert.Empty((await GivenWorkload.Run(settings => settings.Migration = [])).Of("Job"));
}
