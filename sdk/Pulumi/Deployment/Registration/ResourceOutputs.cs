using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>
/// The outputs of a resource on its way to the engine. All of them wait for one task, so a resource with a hundred
/// outputs costs hardly more than one with ten.
/// </summary>
internal sealed class ResourceOutputs
{
    private readonly Deployment _deployment;
    private readonly Resource _resource;
    private readonly TaskCompletionSource _ready = new();
    private readonly Output<string> _urn = new();
    private readonly Output<string>? _id;
    private readonly OutputMembers _members;
    private readonly IResourceOutput[] _outputs;

    /// <summary>Gives the resource its outputs, which will wait.</summary>
    /// <exception cref="InvalidOperationException">An output property has a type that no output can have.</exception>
    public ResourceOutputs(Deployment deployment, Resource resource)
    {
        _deployment = deployment;
        _resource = resource;
        _urn.WaitFor(_ready.Task);
        resource.Urn = _urn;
        if (resource is CustomResource custom)
        {
            _id = new();
            _id.WaitFor(_ready.Task);
            custom.Id = _id;
        }

        // A component of this program assigns its outputs itself.
        _members = resource.IsCustom || resource.IsRemote ? OutputMembers.Of(resource.GetType()) : OutputMembers.None;
        _outputs = new IResourceOutput[_members.All.Length];
        for (var i = 0; i < _outputs.Length; i++)
        {
            _outputs[i] = Prepare(_members.All[i]);
        }
    }

    /// <summary>What the engine says a resource is.</summary>
    /// <param name="Urn">Its URN.</param>
    /// <param name="Id">The provider's id; empty if there is none yet.</param>
    /// <param name="State">Its outputs.</param>
    /// <param name="Dependencies">More URNs that single outputs depend on; null for none.</param>
    /// <param name="MissingIsKnown">Whether an output that is not in the state is known to be nothing.</param>
    public sealed record Settlement(
        string Urn,
        string Id,
        Struct? State,
        MapField<string, Platform.Protocol.RegisterResourceResponse.Types.PropertyDependencies>? Dependencies,
        bool MissingIsKnown);

    /// <summary>Fills in all outputs and lets go whoever waits for them.</summary>
    public void Settle(Settlement settlement)
    {
        var self = ResourceSet.Of(_resource);
        _urn.Settle(new OutputData<string>(settlement.Urn, self, IsKnown: true, IsSecret: false));
        _id?.Settle(new OutputData<string>(settlement.Id, self, IsKnown: settlement.Id.Length > 0, IsSecret: false));
        var members = _members.All;
        for (var i = 0; i < members.Length; i++)
        {
            SettleMember(members[i], _outputs[i], settlement, self);
        }

        _ready.SetResult();
    }

    /// <summary>Fails all outputs.</summary>
    public void Fail(Exception failure)
    {
        _ready.SetException(failure);
        _ = _ready.Task.Exception;   // the registration itself reports it
    }

    private IResourceOutput Prepare(OutputMember member)
    {
        if (!member.IsOutput || !member.Access.CanWrite)
        {
            throw new InvalidOperationException(
                $"[Output] {_resource.GetType().FullName}.{member.Access.Name} must be an Output<T> with a setter; it is a {member.Access.Type.Name}.");
        }

        _ = member.Converter;
        var output = member.NewOutput();
        output.WaitFor(_ready.Task);
        member.Access.Set(_resource, output);
        return output;
    }

    private void SettleMember(OutputMember member, IResourceOutput output, Settlement settlement, ResourceSet self)
    {
        Value? value = null;
        if (settlement.State?.Fields.TryGetValue(member.Name, out value) != true)
        {
            output.Settle(new OutputData<object?>(member.Converter.Default, self, settlement.MissingIsKnown, IsSecret: false));
            return;
        }

        var resources = self;
        if (settlement.Dependencies is { Count: > 0 } all && all.TryGetValue(member.Name, out var urns))
        {
            foreach (var urn in urns.Urns)
            {
                resources = resources.Union(ResourceSet.Of(new DependencyResource(urn)));
            }
        }

        var conversion = new Conversion(member.Name, _resource);
        var converted = member.Converter.Convert(value, conversion);
        foreach (var problem in conversion.Problems)
        {
            _deployment.Logger.Write(Platform.Protocol.LogSeverity.Warning, problem, _resource, streamId: null, ephemeral: null);
        }

        output.Settle(new OutputData<object?>(
            conversion.IsKnown ? converted : member.Converter.Default,
            resources.Union(conversion.Dependencies),
            conversion.IsKnown,
            conversion.IsSecret));
    }
}
