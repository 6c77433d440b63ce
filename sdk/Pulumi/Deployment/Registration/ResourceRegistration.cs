using Platform.Protocol;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Brings one resource to the engine: registers it, reads it, or looks it up by its URN.</summary>
internal sealed class ResourceRegistration(
    Deployment deployment, Resource resource, ResourceArgs args, ResourceOptions options, RegisterPackageRequest? package)
{
    public async Task RunAsync(ResourceOutputs outputs)
    {
        try
        {
            // Programs make all their resources at once, and most wait for another one: while they do, little else is made for them.
            var arguments = string.IsNullOrEmpty(options.Urn) ? args.GetArguments() : [];
            for (var i = 0; i < arguments.Length; i++)
            {
                if (arguments[i].Value is IInput input)
                {
                    await input.WhenSettled.ConfigureAwait(false);
                }
            }

            outputs.Settle(await SendAsync(arguments).ConfigureAwait(false));
        }
        catch (Exception failure)
        {
            outputs.Fail(failure);
            throw;
        }
    }

    private async ValueTask<ResourceOutputs.Settlement> SendAsync(Argument[] arguments)
    {
        if (!string.IsNullOrEmpty(options.Urn))
        {
            return await LookUpAsync(options.Urn).ConfigureAwait(false);
        }

        if (options.Id is { } input && (await input.ToOutput().GetDataAsync().ConfigureAwait(false)).Value is { Length: > 0 } id)
        {
            return await ReadAsync(id, arguments).ConfigureAwait(false);
        }

        var request = await new RegistrationRequest(deployment, resource, arguments, options, package).BuildAsync().ConfigureAwait(false);
        var response = await deployment.Monitor.RegisterResourceAsync(resource, request).ConfigureAwait(false);
        return new(
            response.Urn,
            response.Id,
            response.Object,
            response.PropertyDependencies,
            MissingIsKnown: !deployment.Settings.IsDryRun && response.Result == Result.Success && !response.Unknown);
    }

    private async Task<ResourceOutputs.Settlement> ReadAsync(string id, Argument[] arguments)
    {
        var request = await new RegistrationRequest(deployment, resource, arguments, options, package).BuildReadAsync(id).ConfigureAwait(false);
        var response = await deployment.Monitor.ReadResourceAsync(resource, request).ConfigureAwait(false);
        return new(response.Urn, id, response.Properties, null, MissingIsKnown: !deployment.Settings.IsDryRun);
    }

    private async Task<ResourceOutputs.Settlement> LookUpAsync(string urn)
    {
        const string Token = "pulumi:pulumi:getResource";
        var response = await deployment.Monitor.InvokeAsync(new()
        {
            Tok = Token,
            Args = new() { Fields = { [Signatures.Urn] = Google.Protobuf.WellKnownTypes.Value.ForString(urn) } },
            AcceptResources = deployment.Settings.AcceptResources,
        }).ConfigureAwait(false);
        if (response.Failures.Count > 0)
        {
            throw new InvokeException(Token, FunctionCall.FailuresOf(response.Failures));
        }

        var fields = response.Return.Fields;
        return new(
            fields.GetValueOrDefault(Signatures.Urn)?.StringValue ?? urn,
            fields.GetValueOrDefault(Signatures.Id)?.StringValue ?? "",
            fields.GetValueOrDefault("state")?.StructValue,
            null,
            MissingIsKnown: !deployment.Settings.IsDryRun);
    }
}
