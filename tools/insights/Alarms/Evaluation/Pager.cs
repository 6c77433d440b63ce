namespace Platform.Insights.Alarms.Evaluation;

/// <summary>What an alarm does about its state.</summary>
internal enum PagerOutcome
{
    /// <summary>Nothing.</summary>
    Quiet,

    /// <summary>It tells its topic.</summary>
    Tells,

    /// <summary>It would, but another one has.</summary>
    Silenced,
}

/// <summary>
/// The actions of one alarm. One with a suppressor waits for it, stays silent while it is on and, for the extension period, after it;
/// as CloudWatch describes the suppression of actions of composite alarms.
/// </summary>
internal sealed class Pager(PlannedAlarm alarm)
{
    private readonly CompositeAlarm? _composite = alarm as CompositeAlarm;
    private AlarmState _state;
    private int? _tellAt;
    private bool _silent;

    public PlannedAlarm Alarm => alarm;

    public PagerOutcome Hear(int minute, AlarmState state, bool suppressed)
    {
        var turned = state == AlarmState.Alarm && _state != AlarmState.Alarm;
        _state = state;
        if (state != AlarmState.Alarm)
        {
            (_tellAt, _silent) = (null, false);
            return PagerOutcome.Quiet;
        }

        if (turned)
        {
            _tellAt = minute + (_composite?.Suppressor is null ? 0 : _composite.WaitSeconds / 60);
        }

        if (suppressed && (_tellAt is not null || _silent))
        {
            var first = !_silent;
            (_silent, _tellAt) = (true, null);
            return first ? PagerOutcome.Silenced : PagerOutcome.Quiet;
        }

        if (_silent)
        {
            // The better alarm has ended, this one has not.
            (_silent, _tellAt) = (false, minute + (_composite!.ExtensionSeconds / 60));
        }

        if (minute >= _tellAt)
        {
            _tellAt = null;
            return PagerOutcome.Tells;
        }

        return PagerOutcome.Quiet;
    }
}
