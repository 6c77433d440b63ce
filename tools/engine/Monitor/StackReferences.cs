using Google.Protobuf.WellKnownTypes;
using Platform.Engine.DataSources;
using Platform.Engine.Wire;

namespace Platform.Engine.Monitor;

/// <summary>Answers references to other stacks: from the answers file, else with unknown outputs.</summary>
internal sealed class StackReferences(Session session, Answers answers)
{
    public const string Type = "pulumi:pulumi:StackReference";

    public Struct Read(Struct inputs, string name)
    {
        var state = inputs.Clone();
        var stack = WireValue.Text(inputs, "name") ?? name;
        if (answers.Find(Type, inputs) is { } given)
        {
            session.Assume($"{Type} {stack}", "answers-file", "its outputs are the answers file's");
            state.Fields["outputs"] = Value.ForStruct(given);
            state.Fields["secretOutputNames"] = SecretNames(given);
            return state;
        }

        session.Assume($"{Type} {stack}", "unknown", "the outputs of another stack are not known offline; give them in the answers file");
        state.Fields["outputs"] = WireValue.Unknown();
        state.Fields["secretOutputNames"] = Value.ForList();
        return state;
    }

    private static Value SecretNames(Struct outputs) =>
        Value.ForList([.. outputs.Fields.Where(output => WireValue.Kind(output.Value) == Signatures.Secret).Select(output => output.Key).Order(StringComparer.Ordinal).Select(Value.ForString)]);
}
