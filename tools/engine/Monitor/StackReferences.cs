using Google.Protobuf.WellKnownTypes;
using Platform.Engine.DataSources;
using Platform.Engine.Wire;

namespace Platform.Engine.Monitor;

/// <summary>Answers references to other stacks: from the answers file, else from what their plans or exports say, else with unknown outputs.</summary>
internal sealed class StackReferences(Session session, Answers answers, StackOutputs outputs, bool strict)
{
    public const string Type = "pulumi:pulumi:StackReference";

    public Struct Read(Struct inputs, string name)
    {
        var stack = WireValue.Text(inputs, "name") ?? name;
        if (answers.Find(Type, inputs) is { } given)
        {
            session.Assume($"{Type} {stack}", "answers-file", "its outputs are the answers file's");
            return State(inputs, given);
        }

        if (outputs.Find(stack, session.Project) is var (published, file))
        {
            session.Assume($"{Type} {stack}", "stack-outputs", $"its outputs are those in {file}");
            return State(inputs, published);
        }

        if (strict)
        {
            session.Refuse($"the outputs of the stack {stack} are not known offline, and --strict accepts nothing less; give them with --stack-outputs, or in the file given with --answers");
        }

        session.Assume($"{Type} {stack}", "unknown", "the outputs of another stack are not known offline; give its plan or export with --stack-outputs");
        var state = inputs.Clone();
        state.Fields["outputs"] = WireValue.Unknown();
        state.Fields["secretOutputNames"] = Value.ForList();
        return state;
    }

    private static Struct State(Struct inputs, Struct given)
    {
        var secrets = given.Fields.Where(output => WireValue.Kind(output.Value) == Signatures.Secret).Select(output => output.Key).Order(StringComparer.Ordinal);
        var state = inputs.Clone();
        state.Fields["outputs"] = Value.ForStruct(given);
        state.Fields["secretOutputNames"] = Value.ForList([.. secrets.Select(Value.ForString)]);
        return state;
    }
}
