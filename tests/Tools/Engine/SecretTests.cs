using System.Text;
using Platform.Engine;
using Platform.Graph;
using Platform.Protocol;

namespace Platform.Tests.Tools.Engine;

public class SecretTests
{
    private const string Canary = "s3cr\"t-canary<42>";

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Keeps_every_form_of_a_secret_out_of_everything_it_returns()
    {
        var result = await ScriptedProgram.Plan(
            async program =>
            {
                var stack = await program.Stack();
                await program.Custom("aws:acme/thing:Thing", "leaky", Bag.Of(
                    ("wrapped", Bag.Secret(Canary)),
                    ("plain", Canary),
                    ("inside", $"password={Canary};"),
                    ("json", System.Text.Json.JsonSerializer.Serialize(new { password = Canary })),
                    ("relaxed", System.Text.Json.JsonSerializer.Serialize(new { password = Canary }, Relaxed)),
                    ("address", $"postgres://app:{Uri.EscapeDataString(Canary)}@db"),
                    ("base64", Convert.ToBase64String(Encoding.UTF8.GetBytes(Canary))),
                    ("nested", Bag.Of(("list", Bag.List("fine", $"-p{Canary}")), ($"key {Canary}", 1))),
                    ("file", Bag.Asset($"echo {Canary}"))), request => request.Parent = stack);
                await program.Outputs(stack, Bag.Of(("password", Bag.Secret(Canary)), ("hint", $"it is {Canary}")));
                await program.Log(LogSeverity.Warning, $"using {Canary}");
                program.Output.Add($"connecting with {Canary}", isError: false);
                program.Output.Add($"failed with {Canary}", isError: true);
                return 7;
            });

        Assert.Equal(PlanOutcome.ProgramFailed, result.Outcome);
        var everything = Encoding.UTF8.GetString(PlanJson.Write(result.Graph!).Span) + result.Problem + string.Concat(result.ProgramOutput);
        Assert.DoesNotContain("canary", everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Canary)), everything, StringComparison.Ordinal);
        var inputs = Assert.Single(result.Graph!.OfType("aws:acme/thing:Thing")).Inputs;
        Assert.IsType<SecretValue>(inputs["inside"]);
        Assert.Equal("fine", inputs["nested"]!["list"]![0]!.AsText);
        Assert.Equal("connecting with [secret]", result.ProgramOutput[0]);
        Assert.Contains("failed with [secret]", result.Problem, StringComparison.Ordinal);
        Assert.Equal("using [secret]", Assert.Single(result.Graph.Diagnostics).Message);
    }

    [Fact]
    public async Task Keeps_secret_settings_out_even_if_the_program_forgets_that_they_are()
    {
        var result = await ScriptedProgram.Plan(
            async program =>
            {
                var stack = await program.Stack();
                await program.Custom("aws:acme/thing:Thing", "leaky", Bag.Of(("a", "hunter2!"), ("b", "tokens: leaf-token")), request => request.Parent = stack);
            },
            request => request with { Secrets = new Dictionary<string, string> { ["password"] = "hunter2!", ["tree"] = """{"token":"leaf-token"}""" } });

        Assert.Equal(2, Assert.Single(result.Graph!.OfType("aws:acme/thing:Thing")).Inputs.Members.Values.OfType<SecretValue>().Count());
    }

    [Fact]
    public async Task Keeps_what_data_sources_answered_as_secret_out_as_well()
    {
        using var answers = new Workspace().Write("answers.yaml", "answers:\n- token: aws:ssm/getParameter:getParameter\n  result: { value: parameter-value }\n  secret: [value]\n");
        var result = await ScriptedProgram.Plan(
            async program =>
            {
                var stack = await program.Stack();
                var value = (await program.Invoke("aws:ssm/getParameter:getParameter", Bag.Of(("name", "/db")))).Return.Fields["value"];
                Assert.Equal(Bag.Secret("parameter-value"), value);
                await program.Custom("aws:acme/thing:Thing", "leaky", Bag.Of(("a", "parameter-value")), request => request.Parent = stack);
            },
            request => request with { AnswersFile = answers.PathOf("answers.yaml") });

        Assert.IsType<SecretValue>(Assert.Single(result.Graph!.OfType("aws:acme/thing:Thing")).Inputs["a"]);
    }

    [Fact]
    public async Task Does_not_hide_a_public_id_that_somebody_wrapped_nor_short_texts()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var vpc = await program.Custom("aws:ec2/vpc:Vpc", "network", change: request => request.Parent = stack);
            await program.Custom("aws:acme/thing:Thing", "wrapping", Bag.Of(("vpc", Bag.Secret(vpc.Id)), ("flag", Bag.Secret("on")), ("truth", Bag.Secret("true"))), request => request.Parent = stack);
            await program.Custom("aws:acme/other:Other", "open", Bag.Of(("vpc", vpc.Id), ("text", "on and on, it is true")), request => request.Parent = stack);
        });

        var open = Assert.Single(result.Graph!.OfType("aws:acme/other:Other")).Inputs;
        Assert.StartsWith("vpc-", open["vpc"]!.AsText, StringComparison.Ordinal);
        Assert.Equal("on and on, it is true", open["text"]!.AsText);
        Assert.IsType<SecretValue>(Assert.Single(result.Graph!.OfType("aws:acme/thing:Thing")).Inputs["vpc"]);
    }

    [Fact]
    public async Task Keeps_secret_numbers_out_of_texts_but_not_small_ones()
    {
        var result = await ScriptedProgram.Plan(
            async program =>
            {
                var stack = await program.Stack();
                await program.Custom("aws:acme/thing:Thing", "leaky", Bag.Of(("pin", Bag.Secret(48151623)), ("port", Bag.Secret(5432))), request => request.Parent = stack);
                await program.Custom("aws:acme/other:Other", "open", Bag.Of(("a", "the pin is 48151623"), ("b", "db:5432"), ("c", "leaf 271828182")), request => request.Parent = stack);
                await program.Log(LogSeverity.Warning, "48151623 is no good pin");
            },
            request => request with { Secrets = new Dictionary<string, string> { ["tree"] = """{"leaf":271828182}""" } });

        var open = Assert.Single(result.Graph!.OfType("aws:acme/other:Other")).Inputs;
        Assert.IsType<SecretValue>(open["a"]);
        Assert.Equal("db:5432", open["b"]!.AsText);
        Assert.IsType<SecretValue>(open["c"]);
        Assert.Equal("[secret] is no good pin", Assert.Single(result.Graph.Diagnostics).Message);
    }

    [Fact]
    public async Task Hides_a_password_and_not_the_name_of_the_server_it_opens()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            await program.Custom("aws:secretsmanager/secretVersion:SecretVersion", "login", Bag.Of(
                ("secretString", Bag.Secret("""{"engine":"postgres","username":"clerk","password":"hunter2!","note":"leaf-token"}"""))), request => request.Parent = stack);
            await program.Custom("aws:acme/thing:Thing", "open", Bag.Of(
                ("family", "postgres17"), ("user", "clerk"), ("leak", "-p hunter2!"), ("other", "leaf-token")), request => request.Parent = stack);
        });

        var open = Assert.Single(result.Graph!.OfType("aws:acme/thing:Thing")).Inputs;
        Assert.Equal(("postgres17", "clerk"), (open["family"]!.AsText, open["user"]!.AsText));
        Assert.True(Assert.IsType<SecretValue>(open["leak"]).IsWithheld);
        Assert.IsType<SecretValue>(open["other"]);
        Assert.False(Assert.IsType<SecretValue>(Assert.Single(result.Graph.OfType("aws:secretsmanager/secretVersion:SecretVersion")).Inputs["secretString"]).IsWithheld);
    }

    [Fact]
    public async Task Does_not_take_the_beginning_of_every_placeholder_for_a_secret()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var password = await program.Custom("random:index/randomPassword:RandomPassword", "password", Bag.Of(("length", 20)), request => request.Parent = stack);
            var text = password.Object.Fields["result"].StructValue.Fields["value"].StringValue;
            await program.Custom("aws:acme/thing:Thing", "short", Bag.Of(("hint", Bag.Secret(text[..4]))), request => request.Parent = stack);
            await program.Custom("aws:ec2/vpc:Vpc", "network", change: request => request.Parent = stack);
        });

        Assert.StartsWith("vpc-0ff1", Assert.Single(result.Graph!.OfType("aws:ec2/vpc:Vpc")).Id, StringComparison.Ordinal);
    }
}
