using Platform.Infra;
using YamlDotNet.Serialization;

namespace Platform.Tests.Infra;

/// <summary>The files <c>Pulumi.&lt;stack&gt;.yaml</c> of the repository, as the engine hands them over: blocks and lists as JSON.</summary>
internal static class StackFile
{
    public static EngineCall Read(string stack)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, $"Pulumi.{stack}.yaml"));
        var file = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build()
            .Deserialize<Dictionary<string, Dictionary<string, object>>>(text);
        var json = new SerializerBuilder().JsonCompatible().Build();
        return new EngineCall(stack, file["config"].ToDictionary(pair => pair.Key, pair => pair.Value as string ?? json.Serialize(pair.Value)), []);
    }
}
