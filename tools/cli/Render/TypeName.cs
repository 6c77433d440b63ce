using Platform.Graph;

namespace Platform.Cli.Render;

/// <summary>Type tokens as people say them.</summary>
internal static class TypeName
{
    private const string ProviderPrefix = "pulumi:providers:";

    /// <summary>Whether the resource configures a provider instead of being something in a cloud.</summary>
    public static bool IsProvider(Resource resource) => resource.Type.StartsWith(ProviderPrefix, StringComparison.Ordinal);

    /// <summary><c>aws:ec2/vpc:Vpc</c> as <c>aws:ec2:Vpc</c>: without the part that only repeats another.</summary>
    public static string Short(string token)
    {
        if (token.StartsWith(ProviderPrefix, StringComparison.Ordinal))
        {
            return $"{token[ProviderPrefix.Length..]} provider";
        }

        if (token.Split(':') is not [var package, var module, var type])
        {
            return token;
        }

        var cut = module.LastIndexOf('/');
        var folder = cut > 0 && module[(cut + 1)..].Equals(type, StringComparison.OrdinalIgnoreCase) ? module[..cut] : module;
        return folder is "index" or "" || folder.Equals(type, StringComparison.OrdinalIgnoreCase)
            ? $"{package}:{type}"
            : $"{package}:{folder}:{type}";
    }

    /// <summary>The service a type belongs to, such as <c>ec2</c> of <c>aws</c>; empty where a package is one service.</summary>
    public static (string Package, string Service) Service(string token)
    {
        var parts = Short(token).Split(':');
        return parts.Length < 3 ? (parts[0], "") : (parts[0], parts[1].Split('/')[0]);
    }
}
