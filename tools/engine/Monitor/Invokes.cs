using Google.Protobuf.WellKnownTypes;
using Platform.Engine.Components;
using Platform.Engine.DataSources;
using Platform.Engine.Declared;
using Platform.Engine.Monitor.Callbacks;
using Platform.Engine.Placeholders;
using Platform.Engine.Placeholders.Outputs;
using Platform.Engine.Wire;
using Platform.Protocol;

namespace Platform.Engine.Monitor;

/// <summary>Answers data sources: a person's answer, else a computed one, else a placeholder, else unknown.</summary>
internal sealed class Invokes(Session session, Transforms transforms, Scopes scopes, OutputComposer composer, TypeKnowledge types, Answers answers, ComponentHost components, bool strict)
{
    private const string GetResource = "pulumi:pulumi:getResource";

    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest original, CancellationToken cancellationToken)
    {
        if (original.Tok.Length == 0)
        {
            throw new GrpcException(GrpcStatusCode.InvalidArgument, "a data source needs a token, such as aws:ec2/getAmi:getAmi");
        }

        var request = await transforms.ApplyAsync(original, cancellationToken).ConfigureAwait(false);
        session.Saw(request.Args);
        var args = Plain(WireValue.OrEmpty(request.Args));
        var response = request.Tok == GetResource ? Resource(args) : Answer(request, args);
        session.Saw(response.Return);
        return response;
    }

    /// <summary>A method of a remote component: run by the process that made it, else nothing is known of its result.</summary>
    public async Task<CallResponse> CallAsync(ResourceCallRequest request, CancellationToken cancellationToken)
    {
        if (components.Makes(request.Tok))
        {
            var made = await components.CallAsync(request, cancellationToken).ConfigureAwait(false);
            session.Saw(made.Return);
            return made;
        }

        session.Saw(request.Args);
        if (answers.Find(request.Tok, WireValue.OrEmpty(request.Args)) is { } given)
        {
            session.Assume(request.Tok, "answers-file", "the answers file's");
            return new CallResponse { Return = given };
        }

        Refuse(request.Tok, "the result of a method");
        session.Assume(request.Tok, "unknown", "a method of a component in another process is not run offline");
        return new CallResponse { Return = Unknown(request.Tok, null) };
    }

    private ResourceInvokeResponse Answer(ResourceInvokeRequest request, Struct args)
    {
        var token = request.Tok;
        var version = session.VersionOf(request.Version, request.PackageRef);
        if (answers.Find(token, args) is { } given)
        {
            session.Assume(token, "answers-file", "the answers file's");
            return new ResourceInvokeResponse { Return = Merge(args, given) };
        }

        if (args.Fields.Values.Any(WireValue.HasUnknown))
        {
            return new ResourceInvokeResponse { Return = Unknown(token, version), Unknown = true };
        }

        var scope = scopes.Of(request.Provider, args);
        if (BuiltInAnswers.Find(token, args, scope) is { } computed)
        {
            return Computed(token, computed);
        }

        var subject = new Subject($"{token} {WireJson.Format(args)}", token, token, "", args, null, scope) { Version = version };
        if (token is "aws:index/getCallerIdentity:getCallerIdentity" or "aws:getCallerIdentity:getCallerIdentity"
            && BuiltInAnswers.CallerIdentity(args, scope, new Forms(subject, session.Marks)) is { } identity)
        {
            session.Assume(token, "computed", "the configured account; who asks is a placeholder");
            return new ResourceInvokeResponse { Return = identity };
        }

        Refuse(token, "the data source");
        if (composer.Function(subject) is var (placeholder, leftOut))
        {
            var without = leftOut.Count > 0 ? $"; answered without {string.Join(", ", leftOut)}" : "";
            session.Assume(token, "placeholder", Describe(args) + without);
            return new ResourceInvokeResponse { Return = placeholder };
        }

        session.Assume(token, "unknown", Describe(args));
        return new ResourceInvokeResponse { Return = Unknown(token, version), Unknown = true };
    }

    private ResourceInvokeResponse Computed(string token, BuiltInAnswer computed)
    {
        if (computed.Assumption is { } assumption)
        {
            session.Assume(token, "computed", assumption);
        }

        return computed.Failure is { } failure
            ? new ResourceInvokeResponse { Failures = { failure } }
            : new ResourceInvokeResponse { Return = computed.Result };
    }

    // Answered all the same: the program goes on, and what else it asks is known by the end.
    private void Refuse(string token, string what)
    {
        if (strict)
        {
            session.Refuse($"{what} {token} has no exact answer offline, and --strict accepts nothing less; answer it in the file given with --answers");
        }
    }

    private ResourceInvokeResponse Resource(Struct args)
    {
        var urn = WireValue.Text(args, "urn") ?? throw new GrpcException(GrpcStatusCode.InvalidArgument, $"{GetResource} needs the argument 'urn'");
        var registration = session.Find(urn) ?? throw new GrpcException(GrpcStatusCode.InvalidArgument, $"unknown resource {urn}");
        var result = new Struct();
        result.Fields.Add("urn", Value.ForString(urn));
        result.Fields.Add("id", Value.ForString(registration.Id));
        result.Fields.Add("state", Value.ForStruct(registration.Outputs));
        return new ResourceInvokeResponse { Return = result };
    }

    // Absent members would read as known nulls, so every member that is known to exist is unknown.
    private Struct Unknown(string token, string? version)
    {
        var result = new Struct();
        foreach (var name in types.Function(token, version)?.Outputs.Keys.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>())
        {
            result.Fields[name] = WireValue.Unknown();
        }

        return result;
    }

    private static Struct Plain(Struct args)
    {
        var plain = new Struct();
        foreach (var (name, value) in args.Fields)
        {
            plain.Fields.Add(name, WireValue.Unwrap(value));
        }

        return plain;
    }

    private static Struct Merge(Struct args, Struct given)
    {
        var result = args.Clone();
        foreach (var (name, value) in given.Fields)
        {
            result.Fields[name] = value;
        }

        return result;
    }

    private static string Describe(Struct args) =>
        args.Fields.Count == 0 ? "asked without arguments" : $"asked with {string.Join(", ", args.Fields.Keys.Order(StringComparer.Ordinal))}";
}
