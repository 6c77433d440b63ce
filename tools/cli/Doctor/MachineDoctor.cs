using System.Collections.Immutable;
using System.Text.Json;

namespace Platform.Cli.Doctor;

/// <summary>Finds out what this machine can do for the project in <paramref name="project"/>.</summary>
internal sealed class MachineDoctor(IProcessRunner processes, Machine machine, string project)
{
    private static readonly ImmutableArray<string> Browsers = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Looks at everything at once.</summary>
    public async Task<IReadOnlyList<CheckUp>> ExamineAsync(CancellationToken cancellationToken) => await Task.WhenAll(
        DotnetAsync(cancellationToken),
        ToolAsync("git", ["git"], "compares a plan with an earlier revision", "https://git-scm.com/downloads", cancellationToken),
        ToolAsync("Node.js", ["node"], "runs Pulumi programs written in TypeScript (--program)", "https://nodejs.org", cancellationToken),
        ToolAsync("Pulumi", ["pulumi"], "deploys; planning does without it", "https://www.pulumi.com/docs/install", cancellationToken, "version"),
        Task.FromResult(Credentials()),
        ToolAsync("promtool", ["promtool"], "checks generated Prometheus rules", "https://prometheus.io/download", cancellationToken),
        ToolAsync("Chromium", Browsers, "turns reports into PDF files", "https://www.chromium.org", cancellationToken));

    private async Task<CheckUp> DotnetAsync(CancellationToken cancellationToken)
    {
        // In the project's folder the SDK obeys its global.json, so an answer means that the version fits.
        var wanted = WantedSdk();
        var answer = await processes.AskAsync("dotnet", ["--version"], project, cancellationToken);
        return new CheckUp(
            ".NET SDK",
            answer is { ExitCode: 0 } ? answer.FirstLine : null,
            Required: true,
            wanted is null ? "builds and runs everything" : $"builds and runs everything; global.json asks for {wanted}",
            "https://dot.net/download");
    }

    private async Task<CheckUp> ToolAsync(
        string tool, ImmutableArray<string> programs, string purpose, string remedy, CancellationToken cancellationToken, string question = "--version")
    {
        foreach (var program in programs)
        {
            if (await processes.AskAsync(program, [question], project, cancellationToken) is { ExitCode: 0 } answer)
            {
                return new CheckUp(tool, Version(answer.FirstLine), Required: false, purpose, remedy);
            }
        }

        return new CheckUp(tool, null, Required: false, purpose, remedy);
    }

    private CheckUp Credentials()
    {
        var found =
            machine.IsSet("AWS_ACCESS_KEY_ID") && machine.IsSet("AWS_SECRET_ACCESS_KEY") ? "keys in the environment"
            : machine.IsSet("AWS_WEB_IDENTITY_TOKEN_FILE") ? "web identity"
            : machine.IsSet("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") || machine.IsSet("AWS_CONTAINER_CREDENTIALS_FULL_URI") ? "container role"
            : machine.IsSet("AWS_PROFILE") ? "AWS_PROFILE"
            : machine.HasHomeFile(Path.Combine(".aws", "credentials")) ? "~/.aws/credentials"
            : machine.HasHomeFile(Path.Combine(".aws", "config")) ? "~/.aws/config"
            : null;
        return new CheckUp("AWS credentials", found, Required: false, "deploys; planning does without them", "aws configure sso");
    }

    /// <summary>The number in an answer such as <c>git version 2.43.0</c>; the whole answer if there is none.</summary>
    private static string Version(string answer) =>
        answer.Split(' ', ',').FirstOrDefault(word => word.TrimStart('v') is [>= '0' and <= '9', ..])?.TrimStart('v') ?? answer;

    private string? WantedSdk()
    {
        try
        {
            using var settings = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(project, "global.json")));
            return settings.RootElement.GetProperty("sdk").GetProperty("version").GetString();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;   // another project's folder; then every version will do
        }
    }
}
