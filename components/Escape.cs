namespace Platform.Components;

/// <summary>The one way out: change a child's arguments just before it is registered.</summary>
public static class Escape
{
    extension(ComponentResourceOptions options)
    {
        /// <summary>
        /// Applies <paramref name="change"/> to every child of the component that takes a <typeparamref name="TArgs"/>. The component
        /// writes what was changed, and why, into its <c>platform</c> output; a change that meets no child is an error.
        /// </summary>
        /// <param name="because">Why the component's own setting does not do; reviewers and auditors read it.</param>
        /// <param name="change">Sets what must differ.</param>
        /// <typeparam name="TArgs">Arguments of the children to change, such as <c>BucketArgs</c>.</typeparam>
        /// <example><code>
        /// new ComponentResourceOptions().Override&lt;BucketArgs&gt;("drill of 12 May", b => b.ForceDestroy = true)
        /// </code></example>
        public ComponentResourceOptions Override<TArgs>(string because, Action<TArgs> change)
            where TArgs : ResourceArgs
        {
            var overriding = new Overriding(typeof(TArgs).Name, because, args =>
            {
                if (args is TArgs wanted)
                {
                    change(wanted);
                    return true;
                }

                return false;
            });
            options.ResourceTransformations.Add(overriding.Apply);
            return options;
        }
    }
}

/// <summary>One use of the escape hatch and the children it met.</summary>
internal sealed class Overriding(string args, string because, Func<ResourceArgs, bool> change)
{
    private readonly List<string> _met = [];

    public string Args => args;

    public string Because => because;

    public IReadOnlyList<string> Met => _met;

    /// <summary>The uses that were put into a component's options.</summary>
    public static IEnumerable<Overriding> In(ComponentResourceOptions? options) =>
        options?.ResourceTransformations.Select(transformation => transformation.Target).OfType<Overriding>() ?? [];

    public ResourceTransformationResult? Apply(ResourceTransformationArgs child)
    {
        if (!change(child.Args))
        {
            return null;
        }

        _met.Add($"{child.Resource.GetResourceType()}::{child.Resource.GetResourceName()}");
        return new ResourceTransformationResult(child.Args, child.Options);
    }
}
