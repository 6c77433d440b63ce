using System.IO.Compression;
using Platform.Engine;

namespace Platform.Tests.Tools.Engine.Files;

public class NamedFileTests
{
    [Fact]
    public void Says_in_its_own_words_why_a_file_cannot_be_read()
    {
        using var workspace = new Workspace().Write("empty.json", "");
        File.WriteAllBytes(workspace.PathOf("zstd.json"), [0x28, 0xB5, 0x2F, 0xFD, 0]);
        File.WriteAllBytes(workspace.PathOf("bad.json.gz"), [0x1F, 0x8B, 9, 0]);
        foreach (var (path, reason) in new[]
        {
            ("", ", but must name a file."),
            (workspace.PathOf("gone.json"), ", but there is no such file; or so."),
            (workspace.PathOf("gone/gone.json"), ", but there is no such file; or so."),
            (workspace.PathOf("."), ", which is a folder; name a file in it."),
            (workspace.PathOf("empty.json"), ", which is empty; make it again."),
            (workspace.PathOf("zstd.json"), ", which is packed by zstd; unpack it with: zstd -d."),
            (workspace.PathOf("bad.json.gz"), ", which is packed by gzip, but damaged or too large; get it again."),
        })
        {
            Assert.Equal($"--against is '{path}'{reason}", Assert.Throws<PlanRequestException>(() => NamedFile.Read("--against", path, "; or so")).Message);
        }
    }

    [Fact]
    public void Unpacks_a_state_as_a_self_managed_backend_keeps_it()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write("{\"version\":3}"u8);
        }

        using var workspace = new Workspace();
        File.WriteAllBytes(workspace.PathOf("dev.json.gz"), packed.ToArray());

        Assert.Equal("{\"version\":3}"u8, NamedFile.Read("--against", workspace.PathOf("dev.json.gz")));
    }

    [Fact]
    public async Task Refuses_a_component_without_a_command()
    {
        using var workspace = new Workspace();
        var request = new PlanRequest { ProjectDirectory = workspace.PathOf("."), Stack = "dev", Components = new Dictionary<string, string> { ["awsx"] = " " } };

        Assert.StartsWith("--component awsx has no command;", (await Assert.ThrowsAsync<PlanRequestException>(() => OfflineEngine.PlanAsync(request))).Message, StringComparison.Ordinal);
    }
}
