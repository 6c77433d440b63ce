using Platform.Components.Identity;
using Platform.Components.Naming;
using Platform.Components.Network;
using Pulumi.Aws.Rds;
using Pulumi.Aws.Rds.Inputs;

namespace Platform.Components.Data.Postgres;

/// <summary>
/// A pool of connections between an application and a database (RDS Proxy): a thousand short-lived clients become the few connections
/// a Postgres can serve, and a failover to the other zone is waited out instead of seen.
/// </summary>
internal static class DatabaseProxy
{
    private const int ConnectionsPercent = 90;      // the rest is for people and for maintenance
    private const int IdlePercent = 50;
    private const int BorrowSeconds = 120;
    private const int IdleClientSeconds = 1800;

    /// <summary>Registers the proxy; clients reach it as they would have reached the database.</summary>
    /// <returns>Who may connect, and where to.</returns>
    public static (ClientAccess Access, Output<string> Address) Register(
        string name, PostgresDatabaseArgs args, ClientAccess database, Instance instance, Output<string> secretArn, CallerAccount account, CustomResourceOptions child)
    {
        var access = new ClientAccess($"{name}-proxy", args.Network.VpcId, database.Port, "PostgreSQL pool", child);
        var role = new ServiceRole(
            $"{name}-proxy", "rds.amazonaws.com", "Reads the password of a database for its pool", account, child,
            new Statement("ReadPassword", "secretsmanager:GetSecretValue") { Resources = [secretArn] },
            new Statement("DecryptPassword", "kms:Decrypt") { Resources = [args.SecretKeyArn] });

        var proxy = new Proxy(name, new()
        {
            Name = AwsName.Of(name, NameRule.DatabaseInstance),
            EngineFamily = "POSTGRESQL",
            RequireTls = true,
            IdleClientTimeout = IdleClientSeconds,
            RoleArn = role.Arn,
            VpcSubnetIds = args.Network.SubnetIds(SubnetTier.Isolated),
            VpcSecurityGroupIds = { access.ServerGroupId, database.ClientGroupId },
            Auths =
            {
                new ProxyAuthArgs { AuthScheme = "SECRETS", SecretArn = secretArn, IamAuth = "DISABLED", ClientPasswordAuthType = "POSTGRES_SCRAM_SHA_256" },
            },
        }, child);
        var targets = new ProxyDefaultTargetGroup(name, new()
        {
            DbProxyName = proxy.Name,
            ConnectionPoolConfig = new ProxyDefaultTargetGroupConnectionPoolConfigArgs
            {
                MaxConnectionsPercent = ConnectionsPercent,
                MaxIdleConnectionsPercent = IdlePercent,
                ConnectionBorrowTimeout = BorrowSeconds,
            },
        }, child);
        var target = new ProxyTarget(name, new() { DbProxyName = proxy.Name, TargetGroupName = targets.Name, DbInstanceIdentifier = instance.Identifier }, child);

        // Whoever connects waits until there is something behind it.
        return (access, Output.Tuple(proxy.Endpoint, target.Id).Apply(both => both.Item1));
    }
}
