namespace Platform.Components.Compute.Deployment;

/// <summary>How a release takes over from the one before. Every way but <see cref="Rolling"/> keeps the old tasks until the bake time is over, so going back takes seconds.</summary>
public abstract record TrafficShift
{
    private TrafficShift()
    {
    }

    /// <summary>Most minutes ECS waits at any point of a deployment. Source, as of the percentages: DeploymentConfiguration, ECS API reference.</summary>
    public const int MaxMinutes = 1440;

    /// <summary>Tasks are replaced a few at a time; the old ones are gone when the new ones are in.</summary>
    public sealed record Rolling : TrafficShift;

    /// <summary>All traffic moves at once, after the new tasks are healthy.</summary>
    /// <param name="BakeMinutes">Minutes the old tasks stay after the shift, 0 to 1,440.</param>
    public sealed record BlueGreen(int BakeMinutes) : TrafficShift;

    /// <summary>Traffic moves in equal steps.</summary>
    /// <param name="StepPercent">Traffic moved by each step, 3 to 100.</param>
    /// <param name="StepMinutes">Minutes between steps, 0 to 1,440.</param>
    /// <param name="BakeMinutes">Minutes the old tasks stay after the last step, 0 to 1,440.</param>
    public sealed record Linear(int StepPercent, int StepMinutes, int BakeMinutes) : TrafficShift;

    /// <summary>A small share of traffic moves first, the rest after it has proven itself.</summary>
    /// <param name="Percent">Share that moves first, 1 to 99.</param>
    /// <param name="Minutes">Minutes it has to prove itself, 1 to 1,440.</param>
    /// <param name="BakeMinutes">Minutes the old tasks stay after the rest has moved, 0 to 1,440.</param>
    public sealed record Canary(int Percent, int Minutes, int BakeMinutes) : TrafficShift;

    /// <summary>Name ECS has for it.</summary>
    internal string Strategy => this switch
    {
        BlueGreen => "BLUE_GREEN",
        Linear => "LINEAR",
        Canary => "CANARY",
        _ => "ROLLING",
    };

    /// <summary>Whether two target groups take turns behind one listener rule.</summary>
    internal bool HasTwoTargetGroups => this is not Rolling;

    /// <summary>The first number ECS would refuse: its name, its value and its limits; null when there is none.</summary>
    internal (string Argument, int Value, int Min, int Max)? Problem() => this switch
    {
        BlueGreen s => First(("bakeMinutes", s.BakeMinutes, 0, MaxMinutes)),
        Linear s => First(
            ("stepPercent", s.StepPercent, 3, 100), ("stepMinutes", s.StepMinutes, 0, MaxMinutes), ("bakeMinutes", s.BakeMinutes, 0, MaxMinutes)),
        Canary s => First(
            ("percent", s.Percent, 1, 99), ("minutes", s.Minutes, 1, MaxMinutes), ("bakeMinutes", s.BakeMinutes, 0, MaxMinutes)),
        _ => null,
    };

    private static (string, int, int, int)? First(params ReadOnlySpan<(string Argument, int Value, int Min, int Max)> checks)
    {
        foreach (var check in checks)
        {
            if (check.Value < check.Min || check.Value > check.Max)
            {
                return check;
            }
        }

        return null;
    }
}
