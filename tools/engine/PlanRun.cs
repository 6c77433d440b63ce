using Platform.Engine.Analysis;
using Platform.Engine.Components;
using Platform.Engine.DataSources;
using Platform.Engine.Declared;
using Platform.Engine.Launching;
using Platform.Engine.Metadata;
using Platform.Engine.Monitor;
using Platform.Engine.Monitor.Callbacks;
using Platform.Engine.Placeholders;
using Platform.Engine.Placeholders.Outputs;
using Platform.Engine.Projects;
using Platform.Engine.Validation;
using Platform.Graph;

namespace Platform.Engine;

/// <summary>One run of one program: prepares it, serves it, and makes a result of what happened.</summary>
internal sealed class PlanRun
{
    // The exit code by which the SDKs say: failed, and the reason is logged already.
    private const int FailedAndLogged = 32;

    private readonly PlanRequest _request;
    private readonly IProgress<PlanProgress>? _progress;
    private readonly TimeProvider _time;
    private readonly ProjectFile _project;
    private readonly IProgramLauncher _launcher;
    private readonly string _stackFile;
    private readonly Answers _answers;
    private readonly StackOutputs _stackOutputs;
    private readonly Session _session;
    private readonly DeclaredTypes? _declared;
    private readonly TypeKnowledge _types;
    private readonly ProgramOutput _output = new();

    /// <summary>Reads everything the request names.</summary>
    /// <exception cref="PlanRequestException">Something is missing or wrong.</exception>
    public PlanRun(PlanRequest request, IProgress<PlanProgress>? progress, string? passphrase, Func<ProjectFile, IProgramLauncher> launchers, TimeProvider? time = null)
    {
        // Soon needed, and by nothing before the program runs: another core reads it meanwhile.
        _ = Task.Run(static () => (TypeCatalog.Embedded.Resource("aws:ec2/vpc:Vpc"), FormTable.Aws.Types, AwsRules.Embedded.ByType), CancellationToken.None);
        (_request, _progress, _time) = (request, progress, time ?? TimeProvider.System);
        if (request.Components.FirstOrDefault(component => string.IsNullOrWhiteSpace(component.Value)).Key is { } silent)
        {
            throw new PlanRequestException($"--component {silent} has no command; give the one that starts its process, such as {silent}=\"node /path/{silent}\"");
        }

        _project = ProjectFile.Find(request.ProjectDirectory);
        var stack = StackFile.Read(_project, request.Stack);
        _stackFile = stack.Name;
        var config = StackConfig.Merge(_project, stack, request, passphrase);
        _answers = request.AnswersFile is { } file ? Answers.Read(file) : Answers.None;
        _stackOutputs = StackOutputs.Read(request.StackOutputs);
        _launcher = launchers(_project);
        _declared = _launcher.PackageDirectory is { } packages ? new DeclaredTypes(packages) : null;
        _types = new TypeKnowledge(TypeCatalog.Embedded, _declared);
        _session = new Session(_project.Name, request.Stack, config, progress);
        foreach (var warning in config.Warnings)
        {
            _session.Log(Severity.Warning, warning);
        }
    }

    public async Task<PlanResult> RunAsync(CancellationToken cancellationToken)
    {
        using var clock = new CancellationTokenSource(_request.Timeout, _time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, clock.Token);
        var served = false;
        try
        {
            _progress?.Report(new PlanProgress(PlanPhase.Building, 0));
            if (await _launcher.PrepareAsync(_request.Build, _output, limit.Token).ConfigureAwait(false) is { } problem)
            {
                return new(null, PlanOutcome.BuildFailed, problem, null, Scrubbed(SecretScrubber.Of(_session)));
            }

            served = true;
            return await ResultAsync(await ServeAsync(limit.Token).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return Stopped(cancellationToken.IsCancellationRequested, served);
        }
    }

    private async Task<int> ServeAsync(CancellationToken cancellationToken)
    {
        var callbacks = new CallbackClient();
        var transforms = new Transforms(_session, callbacks);
        var scopes = new Scopes(_session);
        var composer = new OutputComposer(_types, _session.Marks, _request.Mode);
        var components = new ComponentHost(_session, _request.Components, _project.Directory);
        await using var _ = components.ConfigureAwait(false);
        var registrar = new Registrar(_session, transforms, new Hooks(_session, callbacks), scopes, composer, new StackReferences(_session, _answers, _stackOutputs, _request.Strict), components);
        var invokes = new Invokes(_session, transforms, scopes, composer, _types, _answers, components, _request.Strict);
        var server = new MonitorServer(_session, registrar, invokes, callbacks);
        await using (server.ConfigureAwait(false))
        {
            var address = server.Listen();
            components.Address = address;
            _progress?.Report(new PlanProgress(PlanPhase.Running, 0));
            var variables = ProgramVariables.Of(_session, address, _project.Directory, _launcher.ProgramDirectory);

            // Server and program get ready at the same time; a program that is first waits for the answer to its first call.
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var serving = Task.Run(() => server.StartAsync(ended.Token), ended.Token);
            var program = _launcher.RunAsync(variables, _output, ended.Token);
            if (await Task.WhenAny(serving, program).ConfigureAwait(false) == serving && !serving.IsCompletedSuccessfully)
            {
                await ended.CancelAsync().ConfigureAwait(false);
                await program.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
            }

            await serving.ConfigureAwait(false);
            return await program.ConfigureAwait(false);
        }
    }

    private async Task<PlanResult> ResultAsync(int exitCode)
    {
        foreach (var token in _answers.Unused)
        {
            _session.Log(Severity.Warning, $"the answers file answers {token}, which the program did not ask, or not with these arguments");
        }

        foreach (var file in _stackOutputs.Unused)
        {
            _session.Log(Severity.Warning, $"--stack-outputs {file}: the program did not refer to this stack");
        }

        // Both look at every input, and neither needs the other.
        var check = Task.Run(() => exitCode == 0 ? ProviderCheck.Run(_session, _types) : []);
        var scrubber = SecretScrubber.Of(_session);
        var refused = await check.ConfigureAwait(false);
        var graph = Analyse(scrubber);
        var errors = graph.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ToList();
        var problem = _session.IsRefused ? errors[0].Message
            : refused.Count > 0 ? Refused(refused, scrubber)
            : errors.Count > 0 || exitCode == FailedAndLogged ? Reported(errors)
            : exitCode != 0 ? Crashed(exitCode, scrubber)
            : graph.Resources.IsEmpty ? "the program ended well without registering anything, not even its stack; is it a Pulumi program?"
            : null;
        var outcome = problem is null ? PlanOutcome.Succeeded
            : _session.IsRefused ? PlanOutcome.Inexact
            : RefusedSettings.Explain(graph, _stackFile) ? PlanOutcome.SettingsRefused
            : PlanOutcome.ProgramFailed;
        return new(graph, outcome, problem, exitCode, Scrubbed(scrubber));
    }

    private PlanResult Stopped(bool cancelled, bool served)
    {
        var scrubber = SecretScrubber.Of(_session);
        var graph = served ? Analyse(scrubber) : null;
        var what = served ? "the program" : "the build of the program";
        return cancelled
            ? new(graph, PlanOutcome.Cancelled, $"{what} was stopped on request", null, Scrubbed(scrubber))
            : new(graph, PlanOutcome.TimedOut, $"{what} did not end within {_request.Timeout.TotalSeconds:0.###} seconds and was stopped; see its output (--verbose), or allow it more time (--timeout 10m)", null, Scrubbed(scrubber));
    }

    private ResourceGraph Analyse(SecretScrubber scrubber)
    {
        _progress?.Report(new PlanProgress(PlanPhase.Analysing, _session.Registrations.Count()));
        foreach (var assumption in _declared?.Assumptions() ?? [])
        {
            _session.Assume(assumption.Subject, assumption.Kind, assumption.Detail);
        }

        return new GraphBuilder(_session, scrubber, _launcher.ProgramDirectory).Build();
    }

    private static string Refused(IReadOnlyList<string> refused, SecretScrubber scrubber) => refused.Count switch
    {
        1 => $"the provider would refuse a resource: {scrubber.Scrub(refused[0])}",
        var count => $"the provider would refuse {count} inputs, the first: {scrubber.Scrub(refused[0])}",
    };

    private static string Reported(List<Diagnostic> errors) => errors.Count switch
    {
        0 => "the program failed without saying why; see its output",
        1 => $"the program reported an error: {FirstLine(errors[0])}",
        var count => $"the program reported {count} errors, the first: {FirstLine(errors[0])}",
    };

    private string Crashed(int exitCode, SecretScrubber scrubber)
    {
        var words = _output.ErrorExcerpt.Select(scrubber.Scrub).ToList();
        return words.Count == 0
            ? $"the program ended with exit code {exitCode}{Signal(exitCode)} and wrote nothing to its standard error"
            : $"the program ended with exit code {exitCode}{Signal(exitCode)}; it said:{Environment.NewLine}{string.Join(Environment.NewLine, words)}";
    }

    // Unix tells by 128 and its number which signal ended a program.
    private static string Signal(int exitCode) => exitCode switch
    {
        134 => " (it gave up by itself, SIGABRT)",
        137 => " (it was killed, SIGKILL; often because the machine has no memory left)",
        139 => " (it crashed, SIGSEGV)",
        143 => " (it was told to end, SIGTERM)",
        _ => "",
    };

    private System.Collections.Immutable.ImmutableArray<string> Scrubbed(SecretScrubber scrubber) => [.. _output.Lines.Select(scrubber.Scrub)];

    private static string FirstLine(Diagnostic diagnostic) => diagnostic.Message.Split('\n', 2)[0].TrimEnd();
}
