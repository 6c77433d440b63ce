using Pulumi.Serialization;

namespace Pulumi;

/// <summary>The root of all resources. Derive from it, create resources in the constructor, and assign the outputs.</summary>
public class Stack : ComponentResource
{
    internal const string TypeToken = "pulumi:pulumi:Stack";

    /// <summary>Registers the stack.</summary>
    /// <param name="options">What applies to every resource. Default: nothing.</param>
    public Stack(StackOptions? options = null)
        : base(TypeToken, $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}", ToComponent(options))
    {
        Deployment.Required.Stack = this;
    }

    private static ComponentResourceOptions? ToComponent(StackOptions? options) => options is null
        ? null
        : new()
        {
            ResourceTransformations = [.. options.ResourceTransformations],
            ResourceTransforms = [.. options.ResourceTransforms],
        };

    /// <summary>Sends the outputs of a derived class, which must all be outputs and assigned.</summary>
    internal IDictionary<string, object?> ReadOutputs()
    {
        var members = OutputMembers.Of(GetType());
        var wrong = members.NamesOfNonOutputs();
        if (wrong.Count > 0)
        {
            throw RunException.OutputsHaveIncorrectType(wrong);
        }

        var outputs = members.Read(this);
        var missing = outputs.Where(entry => entry.Value is null).Select(entry => entry.Key).ToList();
        return missing.Count == 0 ? outputs : throw RunException.OutputsAreUnassigned(missing);
    }

    /// <summary>Tells the engine the stack's outputs; done once, after the program has made its resources.</summary>
    internal void Complete(Output<IDictionary<string, object?>> outputs) => RegisterOutputs(outputs);
}
