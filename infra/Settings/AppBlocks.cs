using Platform.Components.Clusters;
using Platform.Components.Compute;
using Platform.Components.Compute.Images;
using Platform.Components.Scheduling;
using Platform.Stacks.Settings;

namespace Platform.Infra.Settings;

/// <summary>The blocks of settings of an application, by the way it is run.</summary>
internal static class AppBlocks
{
    public static TaskSettings Tasks(Section section)
    {
        var image = section.Text("image", "a reference by digest such as registry/name@sha256:…", ContainerImage.IsPinned);
        var cpu = section.Whole("cpu", $"one of {string.Join(", ", FargateSize.CpuUnits)}", units =>
            FargateSize.CpuUnits.Contains(units) ? null : "Fargate has no such size");
        var memory = section.Whole("memory", "a size in MiB that Fargate has for the cpu", size =>
            section.IsSound("cpu") ? FargateSize.MemoryProblem(cpu, size) : null);
        var (min, max) = Range(section, "minTasks", "maxTasks");
        return new TaskSettings(image, cpu, memory, min, max);
    }

    public static PodSettings Pods(Section section)
    {
        var image = section.Text("image", "a reference by digest such as registry/name@sha256:…", ContainerImage.IsPinned);
        var cpu = section.Whole("cpuMillis", 10, 96_000);
        var memory = section.Whole("memoryMiB", 32, 393_216);
        var (min, max) = Range(section, "minPods", "maxPods");
        return new PodSettings(image, cpu, memory, min, max);
    }

    /// <summary>The cluster; with working hours it needs what takes pods away in the evening.</summary>
    public static ClusterSettings Cluster(Section section, WorkingHours? hours)
    {
        const string KubectlForm = "an image that has kubectl, by digest such as registry/kubectl@sha256:…";
        var known = ClusterRelease.Reviewed.Select(release => release.Version).ToList();
        return new ClusterSettings(
            section.Text("version", $"a version in quotes, one of {string.Join(", ", known)}", known.Contains),
            section.Whole("maxCpus", 2, 10_000),
            section.Texts("runners", "security groups such as sg-0123456789abcdef0", Forms.IsSecurityGroupId, optional: true),
            hours is null
                ? section.OptionalText("kubectlImage", KubectlForm, ContainerImage.IsPinned)
                : section.Text("kubectlImage", KubectlForm, ContainerImage.IsPinned),
            section.OptionalText("collectorImage", "an OpenTelemetry collector by digest such as registry/otel@sha256:…", ContainerImage.IsPinned));
    }

    private static (int Min, int Max) Range(Section section, string minKey, string maxKey)
    {
        var min = section.Whole(minKey, 1, 100);
        var max = section.Whole(maxKey, 1, 1000);
        if (section.IsSound(minKey) && section.IsSound(maxKey) && max < min)
        {
            section.Refuse(maxKey, $"is {max}, but {minKey} is {min}; set {min} or more");
        }

        return (min, max);
    }
}
