using Platform.Components.Accounts;
using Platform.Components.Baseline;
using Platform.Components.Compute.Images;
using Platform.Components.Recovery;
using Platform.Components.Security;

namespace Platform.Stacks.Parts;

/// <summary>The images of an environment in a second region: a region that is lost takes its registry with it.</summary>
internal static class ImageCopies
{
    /// <summary>Registers the repository there and the copying in both directions; ECR never copies a copy. Other images are pushed at home only.</summary>
    public static void Register(
        Site home, CloudAccount second, KeyRing keys, ContainerRepository images, IReadOnlyList<string> others, RegionPair regions, AccountPiece rule)
    {
        new ContainerRepository("second-app", new()
        {
            KeyArn = keys.Data,
            RepositoryName = images.RepositoryName,
            DestroyWithContent = !home.Protected,
        }, second.Here);
        new ImageReplication("images", new() { RepositoryName = images.RepositoryName, AlsoImages = others, Region = regions.Second, Rule = rule }, home.Here);
        new ImageReplication("second-images", new() { RepositoryName = images.RepositoryName, Region = regions.Home, Rule = rule }, second.Here);
    }
}
