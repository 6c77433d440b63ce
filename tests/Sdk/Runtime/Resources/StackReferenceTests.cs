using Pulumi;
using Pulumi.Utilities;

namespace Platform.Tests.Sdk.Runtime.Resources;

public class StackReferenceTests
{
    private const string Secret = """{ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "value": """;

    [Fact]
    public async Task Reads_the_stack_it_names()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(() =>
        {
            new StackReference("org/project/prod");
            new StackReference("other", new() { Name = "org/project/dev" });
        });

        Assert.All(engine.Reads, read => Assert.Equal("pulumi:pulumi:StackReference", read.Type));
        Assert.Equal(
            [("org/project/dev", "other", "org/project/dev"), ("org/project/prod", "org/project/prod", "org/project/prod")],
            engine.Reads.Select(read => (read.Id, read.Name, read.Properties.Fields["name"].StringValue)).Order());
    }

    [Fact]
    public async Task Only_outputs_named_secret_are_secret() => await WithReference(async reference =>
    {
        var open = reference.RequireOutput("open");
        var hidden = reference.GetOutput("hidden");

        Assert.Equal("o", await OutputUtilities.GetValueAsync(open));
        Assert.False(await Output.IsSecretAsync(open));
        Assert.Equal("h", await OutputUtilities.GetValueAsync(hidden));
        Assert.True(await Output.IsSecretAsync(hidden));
        Assert.Null(await OutputUtilities.GetValueAsync(reference.GetOutput("absent")));
        Assert.Equal("o", (await OutputUtilities.GetValueAsync(reference.Outputs))["open"]);
    });

    [Fact]
    public async Task Gives_plain_values_of_open_outputs_only() => await WithReference(async reference =>
    {
        Assert.Equal("o", await reference.GetValueAsync("open"));
        Assert.Equal("o", await reference.RequireValueAsync("open"));
        Assert.Null(await reference.GetValueAsync("absent"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => reference.GetValueAsync("hidden"));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => reference.RequireValueAsync("absent"));
    });

    [Fact]
    public async Task Tells_details_apart_by_secrecy() => await WithReference(async reference =>
    {
        var open = await reference.GetOutputDetailsAsync("open");
        var hidden = await reference.GetOutputDetailsAsync("hidden");
        var absent = await reference.GetOutputDetailsAsync("absent");

        Assert.Equal(("o", null), (open.Value, open.SecretValue));
        Assert.Equal((null, "h"), (hidden.Value, hidden.SecretValue));
        Assert.Equal((null, null), (absent.Value, absent.SecretValue));
    });

    [Fact]
    public async Task A_missing_output_that_is_required_fails_the_program()
    {
        await using var engine = await NewEngine();

        var result = await engine.RunAsync(() => new StackReference("org/project/prod").RequireOutput("absent"));

        Assert.Equal(32, result.ExitCode);
        Assert.Contains("Required output 'absent' does not exist on stack 'org/project/prod'.", Assert.Single(engine.Errors), StringComparison.Ordinal);
    }

    private static async Task WithReference(Func<StackReference, Task> test)
    {
        await using var engine = await NewEngine();
        var result = await engine.RunAsync(async () =>
        {
            await test(new StackReference("org/project/prod"));
            return new Dictionary<string, object?>();
        });
        Assert.True(result.ExitCode == 0, string.Join('\n', engine.Errors));
    }

    private static async Task<ScriptedEngine> NewEngine()
    {
        var engine = await ScriptedEngine.StartAsync();
        engine.OnRead = request => new()
        {
            Urn = ScriptedEngine.UrnOf("", request.Type, request.Name),
            Properties = Wire.Struct($$"""
                {
                  "name": "{{request.Id}}", "outputs": { "open": "o", "hidden": {{Secret}} "h" } },
                  "secretOutputNames": ["hidden"]
                }
                """),
        };
        return engine;
    }
}
