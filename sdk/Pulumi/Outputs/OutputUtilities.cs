using System.Collections.Immutable;

namespace Pulumi.Utilities;

/// <summary>A look behind an output, for tests and tools.</summary>
public static class OutputUtilities
{
    /// <summary>Whether the value is known, once the output is settled.</summary>
    /// <param name="output">The output.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) => (await output.GetDataAsync().ConfigureAwait(false)).IsKnown;

    /// <summary>The value, once the output is settled; the type's default if it is unknown.</summary>
    /// <param name="output">The output.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static async Task<T> GetValueAsync<T>(Output<T> output) => (await output.GetDataAsync().ConfigureAwait(false)).Value;

    /// <summary>The resources the value comes from, once the output is settled.</summary>
    /// <param name="output">The output.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output) =>
        (await output.GetDataAsync().ConfigureAwait(false)).Resources.ToImmutableHashSet();

    /// <summary>An output of which only the type is known, as in a preview.</summary>
    /// <param name="value">A value that <see cref="GetValueAsync"/> yields nevertheless.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static Output<T> CreateUnknown<T>(T value) => new(new OutputData<T>(value, default, IsKnown: false, IsSecret: false));

    /// <summary>An output of which only the type is known, as in a preview.</summary>
    /// <param name="valueFactory">Yields a value that <see cref="GetValueAsync"/> yields nevertheless.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory)
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        return Output<T>.From(UnknownAsync(valueFactory));
    }

    /// <summary>The same output, depending on one resource more.</summary>
    /// <param name="output">The output.</param>
    /// <param name="resource">The resource.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static Output<T> WithDependency<T>(Output<T> output, Resource resource) =>
        Output<T>.From(WithDependencyAsync(output, resource));

    private static async ValueTask<OutputData<T>> UnknownAsync<T>(Func<Task<T>> valueFactory) =>
        new(await valueFactory().ConfigureAwait(false), default, IsKnown: false, IsSecret: false);

    private static async ValueTask<OutputData<T>> WithDependencyAsync<T>(Output<T> output, Resource resource)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        return data with { Resources = data.Resources.Union(ResourceSet.Of(resource)) };
    }
}
