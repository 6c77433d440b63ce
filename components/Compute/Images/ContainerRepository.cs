using System.Collections.Immutable;
using Platform.Components.Identity;
using Platform.Components.Naming;
using Pulumi.Aws.Ecr;
using Pulumi.Aws.Ecr.Inputs;

namespace Platform.Components.Compute.Images;

/// <summary>A place for images in which a tag, once given, never names another image, and every image is scanned when it arrives.</summary>
/// <example><code>var images = new ContainerRepository("shop", new() { KeyArn = key.Arn });</code></example>
public sealed class ContainerRepository : ComponentResource
{
    private const int KeepImages = 50;
    private const int KeepUntaggedDays = 7;

    /// <summary>Registers the repository.</summary>
    /// <param name="name">Logical name; the repository's own name ends in it.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    public ContainerRepository(string name, ContainerRepositoryArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:ContainerRepository", name, args, options)
    {
        foreach (var account in args.ReaderAccountIds.Where(id => id.Length != 12 || !id.All(char.IsAsciiDigit)))
        {
            this.Require(false, $"readerAccountIds has '{account}', but must name accounts by their 12 digits.");
        }

        var child = new CustomResourceOptions { Parent = this };

        var repository = new Repository(name, new()
        {
            Name = args.RepositoryName ?? AwsName.Of(name, NameRule.Repository),
            ImageTagMutability = "IMMUTABLE",
            ImageScanningConfiguration = new RepositoryImageScanningConfigurationArgs { ScanOnPush = true },
            EncryptionConfigurations = new RepositoryEncryptionConfigurationArgs { EncryptionType = "KMS", KmsKey = args.KeyArn },
            ForceDelete = args.DestroyWithContent,
        }, CustomResourceOptions.Merge(child, Stateful.Options(!args.DestroyWithContent)));

        new LifecyclePolicy(name, new() { Repository = repository.Name, Policy = JsonText.Of(WriteLifecycle) }, child);

        if (args.ReaderAccountIds.Count > 0)
        {
            RepositoryReaders.Admit(name, repository, args.ReaderAccountIds, CallerAccount.Of(this), child);
        }

        (Arn, Url, RepositoryName) = (repository.Arn, repository.RepositoryUrl, repository.Name);
        About = this.Declare(ServiceTier.Foundation, options);
        RegisterOutputs();
    }

    /// <summary>ARN to hand to a service that pulls.</summary>
    [Output("arn")] public Output<string> Arn { get; private set; }

    /// <summary>Its name in the registry.</summary>
    [Output("repositoryName")] public Output<string> RepositoryName { get; private set; }

    /// <summary>Where to push: registry and name, without tag or digest.</summary>
    [Output("url")] public Output<string> Url { get; private set; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    private static void WriteLifecycle(System.Text.Json.Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("rules");
        Rule(1, "Images that lost their tag", "untagged", "sinceImagePushed", KeepUntaggedDays);
        Rule(2, "All but the newest images", "any", "imageCountMoreThan", KeepImages);
        json.WriteEndArray();
        json.WriteEndObject();

        void Rule(int priority, string description, string tagStatus, string countType, int count)
        {
            json.WriteStartObject();
            json.WriteNumber("rulePriority", priority);
            json.WriteString("description", description);
            json.WriteStartObject("selection");
            json.WriteString("tagStatus", tagStatus);
            json.WriteString("countType", countType);
            if (countType == "sinceImagePushed")
            {
                json.WriteString("countUnit", "days");
            }

            json.WriteNumber("countNumber", count);
            json.WriteEndObject();
            json.WriteStartObject("action");
            json.WriteString("type", "expire");
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }
}

/// <summary>What a caller may choose; <see cref="ContainerRepository"/> decides the rest.</summary>
public sealed class ContainerRepositoryArgs : ResourceArgs
{
    /// <summary>Key that encrypts the images.</summary>
    [Input("keyArn", required: true)] public required Input<string> KeyArn { get; init; }

    /// <summary>
    /// Accounts that may pull, such as that of the next environment, whose release copies an image by digest into a repository of its own.
    /// Who in them may is decided there. Default: none but this account.
    /// </summary>
    [Input("readerAccountIds")] public IReadOnlyList<string> ReaderAccountIds { get; init; } = [];

    /// <summary>
    /// Its name in the registry: that of the repository in another region whose images are copied to it. Default: made of project, stack
    /// and logical name.
    /// </summary>
    [Input("repositoryName")] public Input<string>? RepositoryName { get; init; }

    /// <summary>Whether it may be destroyed with images in it. Default: false, and then it stays when it leaves the program.</summary>
    [Input("destroyWithContent")] public bool DestroyWithContent { get; init; }
}
