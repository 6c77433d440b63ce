using Pulumi.Aws.CloudWatch;

namespace Platform.Components.Recovery;

/// <summary>Alarms on copies that fall so far behind that a disaster would lose more than was promised.</summary>
internal static class ReplicationWatch
{
    // Well above 300 s, which an idle replica reports at rest (Amazon RDS user guide, monitoring read replication), and early enough to act
    // within the 900 s that may be lost.
    private const int LagSeconds = 600;

    public static void Register(string name, RegionFailoverArgs args, CustomResourceOptions child)
    {
        if (args.ReplicaId is not { } replica)
        {
            return;
        }

        var region = args.Regions.Waiting;
        new MetricAlarm($"{name}-replica-lag", new()
        {
            AlarmDescription = $"The database that follows in {region} is {LagSeconds} s behind; a disaster now would come near the "
                + $"{ServiceTargets.RecoveryPointMinutes} minutes that may be lost. Look for a long transaction or a starved replica.",
            Namespace = "AWS/RDS",
            MetricName = "ReplicaLag",
            Dimensions = { ["DBInstanceIdentifier"] = replica },
            Statistic = "Maximum",
            Period = 60,
            EvaluationPeriods = 5,
            ComparisonOperator = "GreaterThanThreshold",
            Threshold = LagSeconds,
            TreatMissingData = "breaching",     // a replica that says nothing follows nothing
            AlarmActions = args.AlarmTopicArns.TryGetValue(region, out var topic) ? topic : new InputList<string>(),
            Region = region,
        }, child);
    }
}
