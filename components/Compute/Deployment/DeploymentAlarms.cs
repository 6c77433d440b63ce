using Platform.Components.Observability.Alarms;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.CloudWatch;

namespace Platform.Components.Compute.Deployment;

/// <summary>
/// The alarms that take a release back. They tell nobody: whoever makes the release is told by it, and what users feel has alarms of
/// its own. They say the same as any other alarm, for whoever finds one of them on.
/// </summary>
internal sealed class DeploymentAlarms
{
    /// <param name="name">Name of the service.</param>
    /// <param name="signals">What takes a release back.</param>
    /// <param name="text">What they tell.</param>
    /// <param name="child">Options of the alarms.</param>
    public DeploymentAlarms(string name, IReadOnlyList<Signal> signals, AlarmText text, CustomResourceOptions child) =>
        Names = [.. signals.Select(signal => Alarm(new Watched(name, signal), text, child))];

    /// <summary>Names of the alarms, in the order of the signals.</summary>
    public IReadOnlyList<Output<string>> Names { get; }

    private static Output<string> Alarm(Watched watched, AlarmText text, CustomResourceOptions child)
    {
        var args = SignalAlarm.Of(watched, text, MonitoringLevel.Full, watched.Signal.Severity);
        args.Name = null;       // Pulumi chooses one, so that a successor is there before the service lets go of this one
        return new MetricAlarm(watched.Name, args, child).Name;
    }
}
