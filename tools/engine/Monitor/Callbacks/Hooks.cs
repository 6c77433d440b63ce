using Google.Protobuf.WellKnownTypes;
using Platform.Graph;
using Platform.Protocol;

namespace Platform.Engine.Monitor.Callbacks;

/// <summary>Runs the hooks a program wants to run in previews too.</summary>
internal sealed class Hooks(Session session, CallbackClient callbacks)
{
    /// <summary>Refuses names that no hook was registered under, and state migrations that could not be called.</summary>
    /// <remarks>Migrations are given the state that a resource has; before a first deployment there is none, so none is called here.</remarks>
    public void Check(RegisterResourceRequest request)
    {
        foreach (var migration in request.StateMigrations)
        {
            CallbackClient.Check(migration);
        }

        if (request.Hooks is not { } binding)
        {
            return;
        }

        var names = binding.BeforeCreate.Concat(binding.AfterCreate).Concat(binding.BeforeUpdate).Concat(binding.AfterUpdate)
            .Concat(binding.BeforeDelete).Concat(binding.AfterDelete).Concat(binding.OnError);
        if (names.FirstOrDefault(name => !session.Hooks.ContainsKey(name)) is { } stranger)
        {
            throw new GrpcException(GrpcStatusCode.InvalidArgument, $"resource '{request.Name}' names the hook '{stranger}', which was not registered before it");
        }
    }

    /// <summary>Runs hooks by name, one after the other; an error of one that must not be ignored fails the registration.</summary>
    public async Task RunAsync(
        IEnumerable<string> names, RegisterResourceRequest request, string urn, string id, Struct? outputs, CancellationToken cancellationToken)
    {
        foreach (var name in names)
        {
            if (session.Hooks.TryGetValue(name, out var hook) && hook.OnDryRun)
            {
                var question = new ResourceHookRequest
                {
                    Urn = urn,
                    Id = id,
                    Name = request.Name,
                    Type = request.Type,
                    NewInputs = request.Object,
                    NewOutputs = outputs,
                    NewOptions = TransformOptions.WithParent(request),
                };
                if (await TryRunAsync(hook, question, cancellationToken).ConfigureAwait(false) is { } problem)
                {
                    Report(hook, urn, problem);
                }
            }
        }
    }

    private async Task<string?> TryRunAsync(RegisterResourceHookRequest hook, ResourceHookRequest question, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await callbacks.InvokeAsync(hook.Callback, question, ResourceHookResponse.Parser, cancellationToken).ConfigureAwait(false);
            return answer.Error.Length > 0 ? answer.Error : null;
        }
        catch (GrpcException problem)
        {
            return problem.Detail;
        }
    }

    private void Report(RegisterResourceHookRequest hook, string urn, string problem)
    {
        var message = $"the hook '{hook.Name}' failed: {problem}";
        if (!hook.IgnoreErrors)
        {
            throw new GrpcException(GrpcStatusCode.Unknown, message);
        }

        session.Log(Severity.Warning, message, urn);
    }
}
