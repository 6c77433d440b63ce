namespace Pulumi;

/// <summary>Keeps a value in the state: what was put in first stays until the resource is replaced.</summary>
public sealed class Stash : CustomResource
{
    /// <summary>Registers a stash.</summary>
    /// <param name="name">Its name, unique among the stashes of the stack.</param>
    /// <param name="args">The value to keep.</param>
    /// <param name="options">How the engine is to treat it. Default: no special way.</param>
    public Stash(string name, StashArgs args, CustomResourceOptions? options = null)
        : base("pulumi:index:Stash", name, args, options)
    {
    }

    /// <summary>The value passed in last.</summary>
    [Output("input")]
    public Output<object> Input { get; private set; } = null!;

    /// <summary>The value kept in the state.</summary>
    [Output("output")]
    public Output<object> Output { get; private set; } = null!;
}

/// <summary>The arguments of a <see cref="Stash"/>.</summary>
public sealed class StashArgs : ResourceArgs
{
    /// <summary>The value to keep. Required.</summary>
    [Input("input", required: true)]
    public Input<object> Input { get; set; } = null!;
}
