using System.Text.Json;

namespace Platform.Cli.Doctor;

/// <summary>Finds out what this machine can do for the project in <paramref name="project"/>.</summary>
internal sealed class MachineDoctor(IProcessRunner processes, Machine machine, string project)
{
    /// <summary>Looks at everything at once.</summary>
    public async Task<IReadOnlyList<CheckUp>> ExamineAsync(CancellationToken cancellationToken) => await Task.WhenAll(
        DotnetAsync(cancellationToken),
        ToolAsync("git", "git", "Pulumi records the commit of each deployment", "https://git-scm.com/downloads", cancellationToken),
        ToolAsync("Node.js", "node", "its npm fetches the providers when a resource type is added", "https://nodejs.org", cancellationToken),
        ToolAsync("Pulumi", "pulumi", "deploys; planning does without it", "https://www.pulumi.com/docs/install", cancellationToken, "version"),
        Task.FromResult(Credentials()));

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
        string tool, string program, string purpose, string remedy, CancellationToken cancellationToken, string question = "--version")
    {
        var answer = await processes.AskAsync(program, [question], project, cancellationToken);
        return new CheckUp(tool, answer is { ExitCode: 0 } ? Version(answer.FirstLine) : null, Required: false, purpose, remedy);
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
