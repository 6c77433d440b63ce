using Platform.Components.Observability.Signals;

namespace Platform.Components.Compute;

/// <summary>
/// What the rest of the platform needs to know of whatever runs an application, be it tasks, machines or pods: who may be let in,
/// where its logs are, what tells that it is well, and what a schedule, an alarm or a recovery plan would scale.
/// </summary>
public interface IAppTier : IObserved
{
    /// <summary>Target group in which it receives requests; while a release shifts traffic, the one that was there before; empty when nobody sends any.</summary>
    Output<string> EndpointArn { get; }

    /// <summary>Security group from which the application connects.</summary>
    Output<string> SecurityGroupId { get; }

    /// <summary>Role the application's program has.</summary>
    Output<string> RoleArn { get; }

    /// <summary>Log group of what the application prints.</summary>
    Output<string> LogGroupName { get; }

    /// <summary>What is scaled, as <c>kind/where/name</c>, such as <c>deployment/shop/orders</c>.</summary>
    Output<string> ScalingTarget { get; }
}
