using System.Collections.Immutable;
using Platform.Components.Compute;
using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Identity;

namespace Platform.Components.Data.Postgres;

/// <summary>How applications get into a Postgres: by one port, with what they are told, as whom the caller said.</summary>
/// <param name="name">Logical name of the database.</param>
/// <param name="args">What is asked of it.</param>
/// <param name="account">Where it is.</param>
/// <param name="secretArn">The master's secret.</param>
internal sealed class PostgresDoor(string name, IPostgresArgs args, CallerAccount account, Output<string> secretArn)
{
    public const int Port = 5432;

    public const string DatabaseName = "app";

    /// <summary>The way to what takes writes.</summary>
    /// <param name="access">Who may connect.</param>
    /// <param name="host">Where it is.</param>
    /// <param name="resourceIds">Ids that a right to sign in names.</param>
    public Connection ToWriter(ClientAccess access, Output<string> host, IEnumerable<Output<string>> resourceIds) =>
        (args.Access ?? DatabaseAccess.MasterSecret).Complete(
            new Connection
            {
                Name = name,
                ClientSecurityGroupId = access.ClientGroupId,
                ServerSecurityGroupId = access.ServerGroupId,
                Port = access.Port,
                Cidr = args.Network.Cidr,
                SecretKeyArn = args.SecretKeyArn,
                Environment = ImmutableDictionary<string, Input<string>>.Empty
                    .Add("DATABASE_HOST", host)
                    .Add("DATABASE_PORT", $"{Port}")
                    .Add("DATABASE_NAME", DatabaseName),
            },
            resourceIds,
            account,
            secretArn);

    /// <summary>The way to what is read from, told as <c>READER_HOST</c> and so on.</summary>
    /// <param name="access">Who may connect.</param>
    /// <param name="hosts">Where it is: one address, or a list that drivers take as it is.</param>
    /// <param name="resourceIds">Ids that a right to sign in names.</param>
    public Connection ToReaders(ClientAccess access, Output<string> hosts, IEnumerable<Output<string>> resourceIds) =>
        ToWriter(access, hosts, resourceIds).As("READER") with { Name = $"{name}-reader" };
}
