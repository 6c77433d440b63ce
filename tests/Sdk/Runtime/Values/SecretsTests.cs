using Platform.Protocol;
using Pulumi;

namespace Platform.Tests.Sdk.Runtime.Values;

/// <summary>Secrets that end up in an exception's text do not end up in front of people.</summary>
public class SecretsTests
{
    public static TheoryData<string, Action> Leaks() => new()
    {
        { "run exception", () => throw new RunException("password is " + Hide("hunter2-a").Text) },
        { "any exception", () => throw new InvalidOperationException("password is " + Hide("hunter2-b").Text) },
        { "logged by the program", () => Log.Error("password is " + Hide("hunter2-c").Text) },
        { "made inside an apply", () => Hide("hunter2-d").Output.Apply<int>((Func<string, int>)(text => throw new InvalidOperationException("got " + text + "!"))) },
        { "derived from a secret", () => Hide("hunter2-e").Output.Apply(text => "derived:" + text).Apply<int>((Func<string, int>)(text => throw new InvalidOperationException(text))) },
        { "as JSON writes it", () => throw new InvalidOperationException($$"""{"password":"{{Hide("hunter2\"\n<f>").Text.Replace("\"", "\\u0022", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("<", "\\u003C", StringComparison.Ordinal).Replace(">", "\\u003E", StringComparison.Ordinal)}}"}""") },
        { "inside a secret list", () => { Output.CreateSecret(new List<string> { "hunter2-g" }); throw new RunException("hunter2-g"); } },
        { "inside a secret map", () => { Output.CreateSecret(new Dictionary<string, string> { ["k"] = "hunter2-h" }); throw new RunException("hunter2-h"); } },
    };

    [Theory]
    [MemberData(nameof(Leaks))]
    public async Task Error_texts_show_no_secret(string where, Action program)
    {
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(program);

        var error = Assert.Single(engine.Errors);
        Assert.Contains("[secret]", error, StringComparison.Ordinal);
        Assert.False(error.Contains("hunter2", StringComparison.Ordinal), $"{where}: {error}");
    }

    [Fact]
    public async Task Standard_error_shows_no_secret()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnLog = _ => throw new GrpcException(GrpcStatusCode.Internal, "cannot store hunter2-x");

        var result = await engine.RunAsync(() =>
        {
            Output.CreateSecret("hunter2-x");
            throw new RunException("password is hunter2-x");
        });

        Assert.Contains("password is [secret]", result.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2-x", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_of_the_configuration_and_of_resources_are_known_too()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnRegister = request =>
        {
            var answer = ScriptedEngine.Created(request);
            answer.Object.Fields["feed"] = Wire.Value("""{ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "value": "hunter2-out" }""");
            return Task.FromResult(answer);
        };
        var settings = engine.NewSettings() with { Config = ConfigValues.Read("""{"project:key":"hunter2-config"}""", """["project:key"]""") };

        await engine.RunAsync(() => new Duck("donald").Feed.Apply<int>((Func<string?, int>)(_ => throw new RunException("hunter2-out and hunter2-config"))), settings);

        Assert.Equal(["[secret] and [secret]"], engine.Errors);
    }

    [Fact]
    public void The_longest_secret_goes_whole_and_short_ones_stay()
    {
        var secrets = new Secrets();
        secrets.Add("overlap-1");
        secrets.Add("overlap-1234");
        secrets.Add("abc");

        Assert.Equal("[secret] [secret] abc", secrets.Scrub("overlap-1234 overlap-1 abc"));
    }

    [Fact]
    public async Task One_deployment_does_not_blot_out_the_words_of_another()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(() => Output.CreateSecret("wonderful"));
        await engine.RunAsync(() => Log.Error("a wonderful day"));

        Assert.Equal(["a wonderful day"], engine.Errors);
    }

    [Fact]
    public async Task A_secret_made_before_the_run_is_known_in_it()
    {
        var secret = Output.CreateSecret("made-before-the-run");
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(() => secret.Apply(text =>
        {
            Log.Error(text);
            return text;
        }));

        Assert.Equal(["[secret]"], engine.Errors);
    }

    private static (string Text, Output<string> Output) Hide(string text) => (text, Output.CreateSecret(text));
}
