namespace Pulumi;

/// <summary>What an output holds once it is settled.</summary>
/// <param name="Value">The value; the type's default while it is unknown.</param>
/// <param name="Resources">The resources the value comes from.</param>
/// <param name="IsKnown">False during a preview for what only the provider can tell.</param>
/// <param name="IsSecret">True if the value must not be shown.</param>
internal readonly record struct OutputData<T>(T Value, ResourceSet Resources, bool IsKnown, bool IsSecret)
{
    public static OutputData<T> Of(T value) => new(value, default, IsKnown: true, IsSecret: false);

    public OutputData<TOther> With<TOther>(TOther value) => new(value, Resources, IsKnown, IsSecret);

    /// <summary>The marks of both: known only if both are, secret if either is.</summary>
    public OutputData<TOther> Combine<TOther>(OutputData<TOther> other) => new(
        other.Value, Resources.Union(other.Resources), IsKnown && other.IsKnown, IsSecret || other.IsSecret);

    public OutputData<object?> Untyped() => new(Value, Resources, IsKnown, IsSecret);
}
