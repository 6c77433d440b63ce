using Platform.Components.Identity;
using Pulumi.Aws.Ecr;

namespace Platform.Components.Compute.Images;

/// <summary>Accounts that may pull from a repository. ECR decrypts for them with its own grant, so the key needs to admit nobody.</summary>
internal static class RepositoryReaders
{
    public static void Admit(
        string name, Repository repository, IReadOnlyList<string> accountIds, CallerAccount account, CustomResourceOptions child) =>
        new RepositoryPolicy(name, new()
        {
            Repository = repository.Name,
            Policy = PolicyText.Of([.. accountIds.Distinct().Order(StringComparer.Ordinal).Select(id =>
                new Statement($"Pull{id}", "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:DescribeImages", "ecr:GetDownloadUrlForLayer")
                {
                    Principal = Principal.Aws(Output.Format($"arn:{account.Partition}:iam::{id}:root")),
                })]),
        }, child);
}
