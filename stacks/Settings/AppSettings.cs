using Platform.Components.Compute.Images;
using Platform.Components.Compute.Instances.Fleets;

namespace Platform.Stacks.Settings;

/// <summary>The application as tasks of ECS.</summary>
/// <param name="Image">Reference by digest.</param>
/// <param name="Cpu">Fargate CPU units.</param>
/// <param name="Memory">MiB.</param>
/// <param name="MinTasks">Tasks that always run, within working hours.</param>
/// <param name="MaxTasks">Tasks that may run.</param>
public sealed record TaskSettings(string Image, int Cpu, int Memory, int MinTasks, int MaxTasks);

/// <summary>The application as pods of EKS.</summary>
/// <param name="Image">Reference by digest.</param>
/// <param name="CpuMillis">CPU a pod requests, in thousandths.</param>
/// <param name="MemoryMiB">Memory a pod requests and may use.</param>
/// <param name="MinPods">Pods that always run.</param>
/// <param name="MaxPods">Pods that may run.</param>
public sealed record PodSettings(string Image, int CpuMillis, int MemoryMiB, int MinPods, int MaxPods);

/// <summary>The Kubernetes cluster pods run in.</summary>
/// <param name="Version">Kubernetes minor version.</param>
/// <param name="MaxCpus">Sum of CPUs its nodes may grow to.</param>
/// <param name="Runners">Security groups of the machines that deploy into it; it has no other door.</param>
/// <param name="KubectlImage">Image by digest that has kubectl; needed where there are working hours.</param>
/// <param name="CollectorImage">Image of an OpenTelemetry collector by digest; null: nobody counts requests inside the cluster.</param>
public sealed record ClusterSettings(
    string Version, int MaxCpus, IReadOnlyList<string> Runners, string? KubectlImage = null, string? CollectorImage = null)
{
    /// <summary>Images that run beside the application.</summary>
    internal IReadOnlyList<string> Images => [.. new[] { KubectlImage, CollectorImage }.OfType<string>()];

    /// <summary>The same in another region, with the copies of the images there.</summary>
    internal ClusterSettings In(string region) => this with
    {
        Runners = [],       // security groups of another network
        KubectlImage = KubectlImage is { } kubectl ? ContainerImage.InRegion(kubectl, region) : null,
        CollectorImage = CollectorImage is { } collector ? ContainerImage.InRegion(collector, region) : null,
    };
}

/// <summary>The application on machines of EC2.</summary>
/// <param name="Image">Reference by digest.</param>
/// <param name="MachineImageId">Amazon Linux image, by id.</param>
/// <param name="Shape">Which machines will do.</param>
/// <param name="MinInstances">Machines that always run, one for each zone at least.</param>
public sealed record MachineSettings(string Image, string MachineImageId, InstanceShape Shape, int MinInstances);
