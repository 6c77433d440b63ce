namespace Platform.SdkGenerator;

/// <summary>Generation is impossible; each line names a place, what is wrong there, and the way out.</summary>
internal sealed class GenerationException(IReadOnlyCollection<string> problems) : Exception(string.Join('\n', problems))
{
    public GenerationException(string problem) : this([problem])
    {
    }

    public IReadOnlyCollection<string> Problems { get; } = problems;
}
