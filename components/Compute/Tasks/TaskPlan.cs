using Platform.Components.Identity;
using Platform.Components.Naming;

namespace Platform.Components.Compute.Tasks;

/// <summary>One task definition: its name, its size, what its main container runs and what stands beside it.</summary>
internal sealed record TaskPlan(string Name, int Cpu, int Memory, IReadOnlyList<string> Command, IReadOnlyList<Sidecar> Sidecars)
{
    public string Family => AwsName.Of(Name, NameRule.EcsName);

    /// <summary>Whether it serves requests; a task with a command of its own does its work and ends.</summary>
    public bool Serves => Command.Count == 0;

    public static TaskPlan OfService(string name, FargateServiceArgs args)
    {
        var size = SizeOf(args) ?? throw new ArgumentException("The containers were not checked before they were planned.", nameof(args));
        return new(name, size.Cpu, size.Memory, [], args.Beside);
    }

    public static TaskPlan OfMigration(string name, FargateServiceArgs args) => new($"{name}-migration", args.Cpu, args.Memory, args.Migration, []);

    /// <summary>The smallest size that holds the service's container and its sidecars; null when Fargate has none.</summary>
    public static (int Cpu, int Memory)? SizeOf(FargateServiceArgs args) => FargateSize.Smallest(
        args.Cpu + args.Beside.Sum(sidecar => sidecar.Cpu), args.Memory + args.Beside.Sum(sidecar => sidecar.Memory));
}

/// <summary>The two roles of a task.</summary>
/// <param name="Start">What ECS does before the containers run.</param>
/// <param name="Run">What the program in them does.</param>
internal sealed record ServiceRoles(ServiceRole Start, ServiceRole Run);
