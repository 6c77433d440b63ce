using Platform.Components.Identity;
using Platform.Components.Observability.Alarms;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.Ecs.Inputs;

namespace Platform.Components.Compute.Deployment;

/// <summary>How a release of a service takes over: the groups it shifts between, what it runs first, and what takes it back.</summary>
internal sealed class ServiceRelease
{
    private readonly TrafficShift _shift;
    private readonly ReleaseTargets? _pair;
    private readonly MigrationHook? _migration;
    private readonly DeploymentAlarms? _alarms;

    public ServiceRelease(string name, FargateServiceArgs args, MigrationHook? migration, CallerAccount account, CustomResourceOptions child)
    {
        (_shift, _migration) = (args.Release, migration);
        _pair = args.Release.HasTwoTargetGroups && args.Target is { } target ? new ReleaseTargets(name, args.Network, target, account, child) : null;
        RequestLabels = _pair?.RequestLabels
            ?? (args.Target is { } only ? new Dictionary<string, Output<string>> { ["targets"] = only.RequestLabel } : []);
        Signals = RequestLabels.Count > 0 ? ReleaseGuard.Of(RequestLabels) : [];
        _alarms = Signals.Count > 0 ? new DeploymentAlarms(name, Signals, AlarmText.OfComponent(args.Owner, args.RunbookUrl), child) : null;
    }

    /// <summary>How CloudWatch names the requests of the groups the service takes turns in.</summary>
    public IReadOnlyDictionary<string, Output<string>> RequestLabels { get; }

    /// <summary>What takes a release back.</summary>
    public IReadOnlyList<Signal> Signals { get; }

    /// <summary>What ECS needs beyond a group and a port to shift traffic; null when it shifts none.</summary>
    public ServiceLoadBalancerAdvancedConfigurationArgs? Advanced => _pair?.Advanced;

    /// <summary>Takes a release back when one of its alarms goes off, whichever way it came; null when there are no requests to watch.</summary>
    public ServiceAlarmsArgs? Alarms => _alarms is null ? null : new()
    {
        Enable = true,
        Rollback = true,
        AlarmNames = [.. _alarms.Names.Select(name => (Input<string>)name)],
    };

    /// <summary>ECS counts failed starts in a rolling deployment only; the other ways end by alarm, or by never becoming healthy.</summary>
    public ServiceDeploymentCircuitBreakerArgs? CircuitBreaker =>
        _shift is TrafficShift.Rolling ? new() { Enable = true, Rollback = true } : null;

    /// <summary>The steps of the shift, and what runs before the first.</summary>
    public ServiceDeploymentConfigurationArgs Configuration
    {
        get
        {
            var configuration = Steps();
            configuration.Strategy = _shift.Strategy;
            if (_migration is not null)
            {
                configuration.LifecycleHooks = _migration.Args;
            }

            return configuration;
        }
    }

    private ServiceDeploymentConfigurationArgs Steps() => _shift switch
    {
        TrafficShift.BlueGreen shift => new() { BakeTimeInMinutes = $"{shift.BakeMinutes}" },
        TrafficShift.Linear shift => new()
        {
            BakeTimeInMinutes = $"{shift.BakeMinutes}",
            LinearConfiguration = new ServiceDeploymentConfigurationLinearConfigurationArgs
            {
                StepPercent = shift.StepPercent, StepBakeTimeInMinutes = $"{shift.StepMinutes}",
            },
        },
        TrafficShift.Canary shift => new()
        {
            BakeTimeInMinutes = $"{shift.BakeMinutes}",
            CanaryConfiguration = new ServiceDeploymentConfigurationCanaryConfigurationArgs
            {
                CanaryPercent = shift.Percent, CanaryBakeTimeInMinutes = $"{shift.Minutes}",
            },
        },
        _ => new(),
    };
}
