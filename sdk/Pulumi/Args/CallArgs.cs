namespace Pulumi;

/// <summary>The arguments of a resource's method.</summary>
public abstract class CallArgs : InputArgs
{
    /// <summary>No arguments.</summary>
    public static readonly CallArgs Empty = new None();

    /// <summary>Makes arguments without values.</summary>
    protected CallArgs()
    {
    }

    private sealed class None : CallArgs;
}
