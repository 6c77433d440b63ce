using Platform.Components.Identity;
using Platform.Components.Naming;

namespace Platform.Components.Data.Postgres.Credentials;

/// <summary>Where a database of the stack is, known before it exists.</summary>
/// <param name="Name">Its logical name.</param>
/// <param name="Region">Its region.</param>
public sealed record DatabasePlace(string Name, string Region)
{
    internal Output<string> Arn(CallerAccount account) =>
        Output.Format($"arn:{account.Partition}:rds:{Region}:{account.Id}:db:{AwsName.Of(Name, NameRule.DatabaseInstance)}");
}
