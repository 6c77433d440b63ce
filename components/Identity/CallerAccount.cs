using Pulumi.Aws;

namespace Platform.Components.Identity;

/// <summary>The account, region and partition a component's provider works in; policies and ARNs are written for them.</summary>
internal sealed class CallerAccount
{
    private CallerAccount(Output<string> id, Output<string> region, Output<string> partition) =>
        (Id, Region, Partition) = (id, region, partition);

    public Output<string> Id { get; }

    public Output<string> Region { get; }

    public Output<string> Partition { get; }

    /// <summary>The account as a principal: whoever its own IAM policies allow.</summary>
    public Output<string> Root => Output.Format($"arn:{Partition}:iam::{Id}:root");

    /// <summary>The same account, seen from another region; null: from this one.</summary>
    public CallerAccount In(string? region) => region is null ? this : new(Id, Output.Create(region), Partition);

    public static CallerAccount Of(ComponentResource component)
    {
        var options = new InvokeOptions { Parent = component };
        return new CallerAccount(
            GetCallerIdentity.Invoke(new GetCallerIdentityInvokeArgs(), options).Apply(caller => caller.AccountId),
            GetRegion.Invoke(new GetRegionInvokeArgs(), options).Apply(region => region.Region),
            GetPartition.Invoke(new GetPartitionInvokeArgs(), options).Apply(partition => partition.Partition));
    }
}
