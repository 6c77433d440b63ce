using Platform.Engine;

namespace Platform.Cli.Planning;

/// <summary>Makes a plan, as <see cref="OfflineEngine.PlanAsync"/> does.</summary>
internal delegate Task<PlanResult> Planner(PlanRequest request, IProgress<PlanProgress>? progress, CancellationToken cancellationToken);
