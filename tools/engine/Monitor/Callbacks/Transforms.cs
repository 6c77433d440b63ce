using Google.Protobuf.WellKnownTypes;
using Platform.Engine.Wire;
using Platform.Protocol;

namespace Platform.Engine.Monitor.Callbacks;

/// <summary>Applies the program's own transforms, in the order of the real engine: the resource's, its parents', the stack's.</summary>
internal sealed class Transforms(Session session, CallbackClient callbacks)
{
    /// <summary>The registration after every transform that applies to it.</summary>
    public async Task<RegisterResourceRequest> ApplyAsync(RegisterResourceRequest request, CancellationToken cancellationToken)
    {
        var all = Applicable(request).ToList();
        if (all.Count == 0)
        {
            return request;
        }

        var result = request.Clone();
        var bag = OutputValues.Raise(
            WireValue.OrEmpty(result.Object),
            key => result.PropertyDependencies.TryGetValue(key, out var dependencies) ? dependencies.Urns : []);
        var options = TransformOptions.Of(result);
        foreach (var callback in all)
        {
            var question = new TransformRequest
            {
                Type = request.Type,
                Name = request.Name,
                Custom = request.Custom,
                Parent = request.Parent,
                Properties = bag,
                Options = options,
            };
            var answer = await callbacks.InvokeAsync(callback, question, TransformResponse.Parser, cancellationToken).ConfigureAwait(false);
            bag = answer.Properties ?? bag;
            options = answer.Options ?? options;
        }

        TransformOptions.Apply(options, result);
        Lower(bag, result);
        return result;
    }

    /// <summary>The data source's question after every transform the stack has for them.</summary>
    public async Task<ResourceInvokeRequest> ApplyAsync(ResourceInvokeRequest request, CancellationToken cancellationToken)
    {
        if (session.InvokeTransforms.IsEmpty)
        {
            return request;
        }

        var result = request.Clone();
        foreach (var callback in session.InvokeTransforms)
        {
            var question = new TransformInvokeRequest
            {
                Token = result.Tok,
                Args = WireValue.OrEmpty(result.Args),
                Options = new TransformInvokeOptions
                {
                    Provider = result.Provider,
                    PluginDownloadUrl = result.PluginDownloadURL,
                    Version = result.Version,
                    PluginChecksums = { result.PluginChecksums },
                },
            };
            var answer = await callbacks.InvokeAsync(callback, question, TransformInvokeResponse.Parser, cancellationToken).ConfigureAwait(false);
            result.Args = answer.Args is { } args ? OutputValues.Lower(Value.ForStruct(args), static _ => { }).StructValue : result.Args;
            if (answer.Options is { } options)
            {
                result.Provider = options.Provider;
                result.PluginDownloadURL = options.PluginDownloadUrl;
                result.Version = options.Version;
            }
        }

        return result;
    }

    private IEnumerable<Callback> Applicable(RegisterResourceRequest request)
    {
        var inherited = Ancestors(request.Parent).SelectMany(ancestor => ancestor.Transforms);
        return request.Transforms.Concat(inherited).Concat(session.StackTransforms);
    }

    private IEnumerable<Registration> Ancestors(string parent)
    {
        for (var current = session.Find(parent); current is not null; current = current.Parent is null ? null : session.Find(current.Parent))
        {
            yield return current;
        }
    }

    // Values that carry their dependencies say more than the old list; a property that lost its value loses its dependencies too.
    private static void Lower(Struct bag, RegisterResourceRequest request)
    {
        request.Object = new Struct();
        request.PropertyDependencies.Clear();
        foreach (var (key, value) in bag.Fields)
        {
            var dependencies = new RegisterResourceRequest.Types.PropertyDependencies();
            request.Object.Fields.Add(key, OutputValues.Lower(value, dependencies.Urns.Add));
            request.PropertyDependencies.Add(key, dependencies);
        }
    }
}
