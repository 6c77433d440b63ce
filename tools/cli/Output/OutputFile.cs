namespace Platform.Cli.Output;

/// <summary>A file that is either written whole or left as it was.</summary>
internal sealed class OutputFile
{
    private static readonly string TemporaryEnding = $".{Environment.ProcessId}.tmp";

    private readonly string _asked;
    private readonly string _path;

    /// <summary>Checks the place before any work is done for it.</summary>
    /// <exception cref="UsageException">There is no such folder, or the path is a folder itself.</exception>
    public OutputFile(string path)
    {
        if (path.Length == 0)
        {
            throw new UsageException("--output is '', but must name a file.");
        }

        _asked = path;
        _path = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(_path);
        if (Directory.Exists(_path) || Path.EndsInDirectorySeparator(path))
        {
            throw new UsageException($"--output is '{path}', which is a folder; name a file in it.");
        }

        if (!Directory.Exists(folder))
        {
            throw new UsageException($"--output is '{path}', but the folder '{folder}' does not exist; create it first.");
        }
    }

    /// <summary>Replaces the file's content.</summary>
    /// <exception cref="UsageException">The system refuses; the old content is still there.</exception>
    public async Task WriteAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        try
        {
            if (_path.StartsWith("/dev/", StringComparison.Ordinal))
            {
                // A device or an inherited pipe is written to; moving a file over it would destroy it.
                await File.WriteAllBytesAsync(_path, content, cancellationToken);
                return;
            }

            var target = File.Exists(_path) ? File.ResolveLinkTarget(_path, returnFinalTarget: true)?.FullName : null;
            await ReplaceAsync(target ?? _path, content, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            var reason = problem.Message.Replace(TemporaryEnding, "", StringComparison.Ordinal);
            throw new UsageException($"--output is '{_asked}', but it cannot be written: {reason}");
        }
    }

    private static async Task ReplaceAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var temporary = path + TemporaryEnding;
        try
        {
            await File.WriteAllBytesAsync(temporary, content, cancellationToken);
            if (!OperatingSystem.IsWindows() && File.Exists(path))
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
