using Platform.Components.Identity;

namespace Platform.Components.Compute.Images;

/// <summary>The right to pull images, as it follows from their references; those of public registries need none.</summary>
internal static class ImageAccess
{
    /// <param name="ownRepositoryArn">Repository of the first image, when the caller has it at hand.</param>
    /// <param name="partition">Partition of the account.</param>
    /// <param name="images">The service's own image, then those beside it.</param>
    public static IEnumerable<Statement> ToPull(Input<string>? ownRepositoryArn, Output<string> partition, params IReadOnlyList<string> images)
    {
        var own = ContainerImage.RepositoryOf(images[0]);
        var named = images.Select(ContainerImage.RepositoryOf).OfType<EcrRepository>().Distinct()
            .Where(repository => ownRepositoryArn is null || repository != own)
            .Select(repository => (Input<string>)repository.Arn(partition));
        Input<string>[] repositories = [.. ownRepositoryArn is null ? [] : (Input<string>[])[ownRepositoryArn], .. named];
        return repositories.Length == 0
            ? []
            :
            [
                // A token is for a registry, not for a repository: AWS knows no narrower resource.
                new Statement("EnterRegistry", "ecr:GetAuthorizationToken") { Resources = ["*"] },
                new Statement("PullImage", "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer")
                {
                    Resources = repositories,
                },
            ];
    }
}
