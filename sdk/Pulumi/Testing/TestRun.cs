using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A finished run against mocks.</summary>
internal sealed class TestRun
{
    private TestRun(ImmutableArray<Resource> all)
    {
        All = all;
    }

    /// <summary>The resources in the order of their registration.</summary>
    public ImmutableArray<Resource> All { get; }

    public ImmutableArray<Resource> WithoutStack => All.RemoveAll(static resource => resource is Stack);

    /// <exception cref="RunException">The program failed.</exception>
    /// <exception cref="AggregateException">It failed in several ways.</exception>
    public static async Task<TestRun> RunAsync(IMocks mocks, TestOptions? options, StackProgram program)
    {
        options ??= new();
        var settings = new RunSettings
        {
            Project = options.ProjectName ?? "project",
            Stack = options.StackName ?? "stack",
            Organization = options.OrganizationName ?? "organization",
            IsDryRun = options.IsPreview ?? true,
            RootDirectory = options.RootDirectory,
            Config = ConfigValues.Read(Environment.GetEnvironmentVariable),
        };
        var engine = new MockEngine();
        var monitor = new MockMonitor(mocks, settings);
        var deployment = new Deployment(settings, monitor, engine);
        await Runner.RunAsync(deployment, program, connection: null, static () => TextWriter.Null).ConfigureAwait(false);
        var errors = engine.Errors;
        var failures = deployment.Work.Failures;
        return errors.Count switch
        {
            0 => new(monitor.Resources),
            1 => throw new RunException(errors[0], failures.Count > 0 ? failures[0] : null),
            _ => throw new AggregateException(errors.Select((error, i) => new RunException(error, i < failures.Count ? failures[i] : null))),
        };
    }
}
