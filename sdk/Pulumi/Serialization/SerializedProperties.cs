using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

/// <summary>What one property comes from.</summary>
internal readonly record struct PropertyDependency(string Key, ResourceSet Resources);

/// <summary>Arguments in the form of the wire.</summary>
/// <param name="Object">The values; those that are null are left out.</param>
/// <param name="Dependencies">What each value comes from, in the order of <paramref name="Object"/>.</param>
/// <param name="Count">How many values there are; what follows in <paramref name="Dependencies"/> is empty.</param>
/// <param name="ContainsUnknown">Whether a part is not known yet.</param>
internal sealed record SerializedProperties(Struct Object, PropertyDependency[] Dependencies, int Count, bool ContainsUnknown)
{
    public ResourceSet AllDependencies
    {
        get
        {
            var all = default(ResourceSet);
            for (var i = 0; i < Count; i++)
            {
                all = all.Union(Dependencies[i].Resources);
            }

            return all;
        }
    }

    /// <exception cref="InvalidOperationException">A value has no form on the wire.</exception>
    public static async ValueTask<SerializedProperties> OfAsync(
        Features features, Argument[] arguments, SerializerOptions options, bool isResource = false)
    {
        var result = new Struct();
        var dependencies = new PropertyDependency[arguments.Length];
        var count = 0;
        var serializer = new Serializer(features, options);
        for (var i = 0; i < arguments.Length; i++)
        {
            var (name, argument, json) = arguments[i];

            // A resource's id and URN are the engine's to give.
            if (argument is null || (isResource && name is Signatures.Id or Signatures.Urn))
            {
                continue;
            }

            serializer.Reset(name);
            try
            {
                var value = await serializer.SerializeAsync(argument).ConfigureAwait(false);
                if (value.KindCase != Value.KindOneofCase.NullValue)
                {
                    result.Fields[name] = json ? JsonEncoding.ToText(value) : value;
                    dependencies[count++] = new(name, serializer.Dependencies);
                }
            }
            catch (UnsupportedArgumentException problem)
            {
                throw new UnsupportedArgumentException($"error serializing property \"{name}\": {problem.Message}");
            }
        }

        return new(result, dependencies, count, serializer.ContainsUnknown);
    }
}
