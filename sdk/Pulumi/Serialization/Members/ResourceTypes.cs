using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The resource classes of the packages that the program has loaded, by type token.</summary>
internal static class ResourceTypes
{
    private static readonly Lock Gate = new();
    private static readonly HashSet<Assembly> Searched = [];
    private static readonly Dictionary<string, List<(PackageVersion? Version, Type Type)>> Types = new(StringComparer.Ordinal);

    /// <summary>An instance of the class for the type in <paramref name="urn"/>, reading the resource's state; null if there is no class.</summary>
    public static Resource? TryCreate(string urn, string version)
    {
        if (Find(Urn.TypeOf(urn), PackageVersion.TryParse(version)) is not { } type)
        {
            return null;
        }

        foreach (var constructor in type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            var parameters = constructor.GetParameters();
            if (parameters.Length == 3
                && parameters[0].ParameterType == typeof(string)
                && typeof(ResourceOptions).IsAssignableFrom(parameters[2].ParameterType))
            {
                ResourceOptions options = parameters[2].ParameterType == typeof(ComponentResourceOptions)
                    ? new ComponentResourceOptions { Urn = urn }
                    : new CustomResourceOptions { Urn = urn };
                return (Resource)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [Urn.NameOf(urn), null, options], null);
            }
        }

        throw new InvalidOperationException(
            $"{type.FullName} has no constructor (string name, args, options), so no instance can be made for {urn}.");
    }

    private static Type? Find(string token, PackageVersion? version)
    {
        lock (Gate)
        {
            foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
            {
                if (!assembly.IsDynamic && Searched.Add(assembly) && UsesThisSdk(assembly))
                {
                    Search(assembly);
                }
            }

            (PackageVersion? Version, Type Type)? best = null;
            foreach (var candidate in Types.GetValueOrDefault(token) ?? [])
            {
                var fits = version is null || candidate.Version is null || candidate.Version.Value.IsCompatibleWith(version.Value);
                if (fits && (best is null || Nullable.Compare(candidate.Version, best.Value.Version) > 0))
                {
                    best = candidate;
                }
            }

            return best?.Type;
        }
    }

    private static bool UsesThisSdk(Assembly assembly)
    {
        var own = typeof(ResourceTypes).Assembly;
        return assembly == own || Array.Exists(assembly.GetReferencedAssemblies(), name => name.Name == own.GetName().Name);
    }

    private static void Search(Assembly assembly)
    {
        foreach (var type in assembly.GetTypes())
        {
            if (typeof(Resource).IsAssignableFrom(type) && type.GetCustomAttribute<ResourceTypeAttribute>(inherit: false) is { } attribute)
            {
                if (!Types.TryGetValue(attribute.Type, out var known))
                {
                    Types[attribute.Type] = known = [];
                }

                known.Add((PackageVersion.TryParse(attribute.Version), type));
            }
        }
    }
}
