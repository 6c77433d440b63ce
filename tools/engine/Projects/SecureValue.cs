using System.Diagnostics.CodeAnalysis;
using YamlDotNet.RepresentationModel;

namespace Platform.Engine.Projects;

/// <summary>Recognises <c>secure: ciphertext</c>, the form of an encrypted setting.</summary>
internal static class SecureValue
{
    public static bool TryRead(YamlNode node, [NotNullWhen(true)] out string? ciphertext)
    {
        ciphertext = node is YamlMappingNode { Children.Count: 1 } map
            && map.Children[0] is { Key: YamlScalarNode { Value: "secure" }, Value: YamlScalarNode { Value: { } text } }
                ? text
                : null;
        return ciphertext is not null;
    }
}
