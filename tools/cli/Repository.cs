namespace Platform.Cli;

/// <summary>Where the project lies that is planned unless another is named.</summary>
internal static class Repository
{
    /// <summary>The closest folder with a <c>Pulumi.yaml</c>, from the command's own binaries upwards; else the current folder.</summary>
    /// <remarks>From the binaries, not from the current folder: <c>cd /; /path/to/platform plan dev</c> means that repository.</remarks>
    public static string Find(string binaries)
    {
        for (var folder = new DirectoryInfo(binaries); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pulumi.yaml")))
            {
                return folder.FullName;
            }
        }

        return Directory.GetCurrentDirectory();
    }
}
