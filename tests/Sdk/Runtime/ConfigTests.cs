using Pulumi;
using Pulumi.Utilities;

namespace Platform.Tests.Sdk.Runtime;

public class ConfigTests
{
    private const string Json =
        """
        {
          "project:text": "hello", "project:yes": "true", "project:number": "42", "project:ratio": "0.5",
          "project:list": "[1,2]", "project:bad": "yes please", "project:secretBad": "hush", "aws:region": "eu-west-1",
          "old:config:key": "normalised", "project:raw": 7
        }
        """;

    [Fact]
    public async Task Reads_values_of_every_type() => await InRun(async () =>
    {
        var config = new Config();

        Assert.Equal("hello", config.Get("text"));
        Assert.Equal("hello", config.Require("text"));
        Assert.True(config.GetBoolean("yes"));
        Assert.True(config.RequireBoolean("yes"));
        Assert.Equal(42, config.GetInt32("number"));
        Assert.Equal(42, config.RequireInt32("number"));
        Assert.Equal(0.5, config.GetDouble("ratio"));
        Assert.Equal(0.5, config.RequireDouble("ratio"));
        Assert.Equal("1 2", string.Join(' ', config.GetObject<int[]>("list")!));
        Assert.Equal("1 2", string.Join(' ', config.RequireObject<int[]>("list")));
        Assert.Equal("7", config.Get("raw"));
        await Task.CompletedTask;
    });

    [Fact]
    public async Task Reads_values_as_secrets() => await InRun(async () =>
    {
        var config = new Config("project");

        await Holds("hello", config.GetSecret("text")!);
        await Holds("hello", config.RequireSecret("text"));
        await Holds(true, config.GetSecretBoolean("yes")!);
        await Holds(true, config.RequireSecretBoolean("yes"));
        await Holds(42, config.GetSecretInt32("number")!);
        await Holds(42, config.RequireSecretInt32("number"));
        await Holds(0.5, config.GetSecretDouble("ratio")!);
        await Holds(0.5, config.RequireSecretDouble("ratio"));
        Assert.Equal("1 2", string.Join(' ', await OutputUtilities.GetValueAsync(config.GetSecretObject<int[]>("list")!)));
        Assert.Equal("1 2", string.Join(' ', await OutputUtilities.GetValueAsync(config.RequireSecretObject<int[]>("list"))));

        static async Task Holds<T>(T expected, Output<T> output)
        {
            Assert.Equal(expected, await OutputUtilities.GetValueAsync(output));
            Assert.True(await Output.IsSecretAsync(output));
        }
    });

    [Fact]
    public async Task What_is_not_set_is_null() => await InRun(async () =>
    {
        var config = new Config();

        Assert.Null(config.Get("absent"));
        Assert.Null(config.GetSecret("absent"));
        Assert.Null(config.GetBoolean("absent"));
        Assert.Null(config.GetInt32("absent"));
        Assert.Null(config.GetDouble("absent"));
        Assert.Null(config.GetSecretInt32("absent"));
        Assert.Null(config.GetSecretObject<int[]>("absent"));
        Assert.Equal(0, config.GetObject<int>("absent"));
        await Task.CompletedTask;
    });

    [Fact]
    public async Task Reads_under_other_names_and_old_spellings() => await InRun(async () =>
    {
        Assert.Equal("eu-west-1", new Config("aws").Get("region"));
        Assert.Equal("normalised", new Config("old").Get("key"));
        Assert.Equal("normalised", new Config("old:config").Get("key"));
        await Task.CompletedTask;
    });

    [Fact]
    public async Task Says_how_to_set_what_is_missing()
    {
        var error = await ErrorOf(() => new Config().Require("absent"));

        Assert.Equal("Missing Required configuration variable 'project:absent'\n\tplease set a value using the command `pulumi config set project:absent <value>`", error);
    }

    public static TheoryData<Action<Config>, string> Wrong() => new()
    {
        { config => config.RequireInt32("bad"), "Configuration 'project:bad' value 'yes please' is not a valid Int32" },
        { config => config.GetBoolean("bad"), "Configuration 'project:bad' value 'yes please' is not a valid Boolean" },
        { config => config.GetDouble("bad"), "Configuration 'project:bad' value 'yes please' is not a valid Double" },
        { config => config.GetObject<int[]>("bad"), "Configuration 'project:bad' value 'yes please' is not a valid System.Int32[]" },
        { config => config.GetInt32("secretBad"), "Configuration 'project:secretBad' value '[secret]' is not a valid Int32" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Says_what_is_wrong_with_a_value_but_not_what_a_secret_is(Action<Config> read, string expected) =>
        Assert.Equal(expected, await ErrorOf(() => read(new Config())));

    private static async Task<string> ErrorOf(Action program)
    {
        await using var engine = await ScriptedEngine.StartAsync();
        var result = await engine.RunAsync(program, Settings(engine));
        Assert.Equal(32, result.ExitCode);
        return Assert.Single(engine.Errors);
    }

    private static async Task InRun(Func<Task> program)
    {
        await using var engine = await ScriptedEngine.StartAsync();
        var result = await engine.RunAsync(
            async () =>
            {
                await program();
                return new Dictionary<string, object?>();
            },
            Settings(engine));
        Assert.True(result.ExitCode == 0, string.Join('\n', engine.Errors));
    }

    private static RunSettings Settings(ScriptedEngine engine) =>
        engine.NewSettings() with { Config = ConfigValues.Read(Json, """["project:secretBad"]""") };
}
