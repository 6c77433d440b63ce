namespace Platform.Components.Functions;

/// <summary>Scripts that travel in this assembly, so that a program needs no files beside it.</summary>
internal static class FunctionSource
{
    /// <summary>The text of a script, with the same line endings wherever it was checked out: they are part of what is deployed.</summary>
    /// <param name="file">Name of the file, such as <c>probe.py</c>.</param>
    public static string Read(string file)
    {
        using var stream = typeof(FunctionSource).Assembly.GetManifestResourceStream($"Platform.Components.{file}")
            ?? throw new InvalidOperationException($"The components assembly was built without {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
