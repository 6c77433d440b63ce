namespace Platform.Tests.Tools.Engine.Programs;

/// <summary>What a program has changed or watched while it is registered: transforms and hooks.</summary>
public class ChangeTests
{
    [NodeFact]
    public async Task Applies_transforms_from_the_nearest_to_the_stacks()
    {
        var graph = await TypeScript.Shared("transforms");

        var files = graph.Named("archive-files");
        Assert.Equal("own,parent,stack", files.Inputs["tags"]!["order"]!.AsText);
        Assert.Equal("archive-files", files.Inputs["bucket"]!.AsText);
        Assert.True(files.Settings.Protect);
        Assert.Equal(["tags"], files.Settings.IgnoreChanges.ToArray());
        Assert.Equal("archive-files", graph.Outputs["name"]!.AsText);

        var loose = graph.Named("loose");
        Assert.Equal(("stack", "nobody", false), (loose.Inputs["tags"]!["order"]!.AsText, loose.Inputs["tags"]!["owner"]!.AsText, loose.Settings.Protect));
    }

    [NodeFact]
    public async Task Applies_transforms_of_data_sources()
    {
        var graph = await TypeScript.Shared("transforms");

        Assert.Equal("ap-south-1", graph.Outputs["region"]!.AsText);
    }
}
