namespace Platform.Components;

/// <summary>When somebody is told. Source: the alarm triggers of the platform charter.</summary>
public static class AlarmTriggers
{
    /// <summary>How alarms name the source of these numbers.</summary>
    public const string Source = "alarm triggers of the platform charter";

    /// <summary>
    /// How alarms name the source of what AWS recommends:
    /// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html.
    /// </summary>
    public const string AwsSource = "alarms CloudWatch recommends for the service";

    /// <summary>CPU in use for five minutes, per cent.</summary>
    public const int CpuPercent = 70;

    /// <summary>Memory in use, per cent.</summary>
    public const int MemoryPercent = 85;

    /// <summary>95th percentile of an answer, seconds.</summary>
    public const int P95Seconds = 1;

    /// <summary>Messages that wait in a queue.</summary>
    public const int QueueLength = 1000;

    /// <summary>Database connections in use, per cent of what the database lets in.</summary>
    public const int ConnectionsPercent = 80;

    /// <summary>Requests that fail, per cent.</summary>
    public const int ErrorPercent = 1;
}
