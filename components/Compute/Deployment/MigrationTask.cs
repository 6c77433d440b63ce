using System.Collections.Immutable;

namespace Platform.Components.Compute.Deployment;

/// <summary>A one-off task: what runs, and where.</summary>
internal sealed record MigrationTask
{
    public required Output<string> Cluster { get; init; }

    public required string Family { get; init; }

    public required Output<string> TaskDefinitionArn { get; init; }

    public required Output<ImmutableArray<string>> SubnetIds { get; init; }

    public required Output<ImmutableArray<string>> SecurityGroupIds { get; init; }

    /// <summary>Roles the task is given.</summary>
    public required Input<string>[] RoleArns { get; init; }
}
