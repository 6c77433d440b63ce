using Platform.Components.Identity;
using Pulumi.Aws.Iam;

namespace Platform.Components.Data.Postgres.Upkeep;

/// <summary>The right of RDS to measure the operating system under a database.</summary>
internal static class DatabaseMonitoring
{
    public static Output<string> Role(string name, CallerAccount account, CustomResourceOptions child)
    {
        var role = new ServiceRole($"{name}-monitoring", "monitoring.rds.amazonaws.com", "Measures the operating system", account, child);
        var rights = new RolePolicyAttachment($"{name}-monitoring", new()
        {
            Role = role.Name,
            PolicyArn = Output.Format($"arn:{account.Partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"),
        }, child);
        return Output.Tuple(role.Arn, rights.Id).Apply(both => both.Item1);
    }
}
