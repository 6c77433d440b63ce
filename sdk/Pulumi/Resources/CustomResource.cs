namespace Pulumi;

/// <summary>A resource that a provider creates, reads, updates and deletes.</summary>
public class CustomResource : Resource
{
    /// <summary>Registers a resource.</summary>
    /// <param name="type">Its type token.</param>
    /// <param name="name">Its name, unique among resources of its type in the stack.</param>
    /// <param name="args">Its arguments. Default: none.</param>
    /// <param name="options">How the engine is to treat it. Default: no special way.</param>
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : this(type, name, args, options, registerPackageRequest: null)
    {
    }

    /// <summary>Registers a resource of a parameterized package.</summary>
    /// <param name="type">Its type token.</param>
    /// <param name="name">Its name, unique among resources of its type in the stack.</param>
    /// <param name="args">Its arguments. Default: none.</param>
    /// <param name="options">How the engine is to treat it. Default: no special way.</param>
    /// <param name="registerPackageRequest">The package. Default: the one that the type token names.</param>
    public CustomResource(
        string type, string name, ResourceArgs? args, CustomResourceOptions? options, RegisterPackageRequest? registerPackageRequest = null)
        : base(type, name, isDependency: false)
    {
        Register(args, options ?? new(), registerPackageRequest);
    }

    /// <summary>Stands for a resource of which only the URN is known.</summary>
    private protected CustomResource(string type, string name)
        : base(type, name, isDependency: true)
    {
    }

    /// <summary>The provider's id. Unknown until the resource exists.</summary>
    [Output("id")]
    public Output<string> Id { get; internal set; } = null!;

    internal override bool IsCustom => true;
}
