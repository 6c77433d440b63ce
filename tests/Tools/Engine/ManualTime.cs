using Platform.Engine;

namespace Platform.Tests.Tools.Engine;

/// <summary>Time that is up when the test says so: a program gets as far as the test needs on the slowest machine, and nobody waits on the fastest.</summary>
internal sealed class ManualTime : TimeProvider
{
    private Action? _expire;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _expire = () => callback(state);
        return new Unused();
    }

    /// <summary>Time is up.</summary>
    public void Expire() => Task.Run(_expire!);

    /// <summary>Time will be up once so many resources are registered.</summary>
    public IProgress<PlanProgress> After(int registrations) => new Counter(this, registrations);

    private sealed class Counter(ManualTime time, int last) : IProgress<PlanProgress>
    {
        public void Report(PlanProgress value)
        {
            if (value.Phase == PlanPhase.Running && value.Resources == last)
            {
                time.Expire();
            }
        }
    }

    private sealed class Unused : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
