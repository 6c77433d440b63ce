using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Several resources under one name. It exists only in the engine's eyes; its children do the work.</summary>
public class ComponentResource : Resource
{
    /// <summary>Registers a component without arguments.</summary>
    /// <param name="type">Its type token, such as <c>pkg:index:Thing</c>.</param>
    /// <param name="name">Its name, unique among components of its type in the stack.</param>
    /// <param name="options">How the engine is to treat it, and what its children inherit. Default: nothing special.</param>
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options)
    {
    }

    /// <summary>Registers a component.</summary>
    /// <param name="type">Its type token, such as <c>pkg:index:Thing</c>.</param>
    /// <param name="name">Its name, unique among components of its type in the stack.</param>
    /// <param name="args">Its arguments, which become the inputs of its record in the state. Default: none.</param>
    /// <param name="options">How the engine is to treat it, and what its children inherit. Default: nothing special.</param>
    /// <param name="remote">Whether a provider plugin makes the children. Default: no, the derived class does.</param>
    public ComponentResource(string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : this(type, name, args, options, remote, registerPackageRequest: null)
    {
    }

    /// <summary>Registers a component of a parameterized package.</summary>
    /// <param name="type">Its type token, such as <c>pkg:index:Thing</c>.</param>
    /// <param name="name">Its name, unique among components of its type in the stack.</param>
    /// <param name="args">Its arguments, which become the inputs of its record in the state. Default: none.</param>
    /// <param name="options">How the engine is to treat it, and what its children inherit.</param>
    /// <param name="remote">Whether a provider plugin makes the children.</param>
    /// <param name="registerPackageRequest">The package. Default: the one that the type token names.</param>
    public ComponentResource(
        string type,
        string name,
        ResourceArgs? args,
        ComponentResourceOptions? options,
        bool remote,
        RegisterPackageRequest? registerPackageRequest = null)
        : base(type, name, isDependency: false)
    {
        IsRemote = remote;
        Register(args, options ?? new(), registerPackageRequest);
    }

    /// <summary>Stands for a component of which only the URN is known.</summary>
    private protected ComponentResource(string type, string name)
        : base(type, name, isDependency: true)
    {
    }

    /// <summary>Tells the engine the component's outputs: all properties marked with <see cref="OutputAttribute"/>. Call it last.</summary>
    protected void RegisterOutputs() => RegisterOutputs(OutputMembers.Of(GetType()).Read(this));

    /// <summary>Tells the engine the component's outputs.</summary>
    /// <param name="outputs">The outputs by name; nulls are left out.</param>
    protected void RegisterOutputs(IDictionary<string, object?> outputs) => RegisterOutputs(Output.Create(outputs));

    /// <summary>Tells the engine the component's outputs.</summary>
    /// <param name="outputs">The outputs by name; nulls are left out.</param>
    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(Output.Create(outputs));

    /// <summary>Tells the engine the component's outputs.</summary>
    /// <param name="outputs">The outputs by name; nulls are left out.</param>
    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs) => Deployment.Required.RegisterOutputs(this, outputs);
}
