using System.Text;
using Platform.Engine.GoText;
using YamlDotNet.RepresentationModel;

namespace Platform.Engine.Projects;

/// <summary>Turns a value of a stack's file into the one string a program gets for it.</summary>
/// <param name="document">The file, for messages.</param>
/// <param name="decrypt">The plaintext, or its stand-in, for an encrypted value.</param>
internal sealed class ConfigText(YamlFile document, Func<string, string> decrypt)
{
    /// <summary>The string, and whether a secret is anywhere in it.</summary>
    public ConfigValue Of(string key, YamlNode node)
    {
        if (SecureValue.TryRead(node, out var ciphertext))
        {
            return new(decrypt(ciphertext), Secret: true, ConfigShape.Text);
        }

        if (node is YamlScalarNode scalar)
        {
            return new(YamlScalar.Of(scalar).Text, Secret: false, ConfigShape.Text);
        }

        var json = new StringBuilder();
        var secret = false;
        Write(json, key, node, ref secret);
        return new(json.ToString(), secret, node is YamlSequenceNode ? ConfigShape.List : ConfigShape.Map);
    }

    private void Write(StringBuilder json, string key, YamlNode node, ref bool secret)
    {
        if (SecureValue.TryRead(node, out var ciphertext))
        {
            secret = true;
            json.Append(GoJson.Quote(decrypt(ciphertext)));
            return;
        }

        switch (node)
        {
            case YamlScalarNode scalar when YamlScalar.Of(scalar) is var value:
                json.Append(value.Kind switch
                {
                    ScalarKind.Null => "null",
                    ScalarKind.Boolean or ScalarKind.Integer or ScalarKind.Float => value.Text,
                    _ => GoJson.Quote(value.Text),
                });
                break;
            case YamlSequenceNode list:
                json.Append('[');
                for (var i = 0; i < list.Children.Count; i++)
                {
                    json.Append(i > 0 ? "," : "");
                    Write(json, key, list.Children[i], ref secret);
                }

                json.Append(']');
                break;
            case YamlMappingNode:
                WriteMap(json, key, node, ref secret);
                break;
            default:
                throw document.Wrong(node, $"'{key}' holds a {node.NodeType} where a value is expected");
        }
    }

    private void WriteMap(StringBuilder json, string key, YamlNode node, ref bool secret)
    {
        json.Append('{');
        var first = true;
        foreach (var (name, member) in document.Members(node, $"'{key}'").OrderBy(member => member.Key, GoJson.KeyOrder))
        {
            json.Append(first ? "" : ",").Append(GoJson.Quote(name)).Append(':');
            first = false;
            Write(json, key, member, ref secret);
        }

        json.Append('}');
    }
}
