using System.Security.Cryptography;
using System.Text;
using Platform.Engine;
using Platform.Engine.Projects;

namespace Platform.Tests.Tools.Engine;

public class ConfigTests
{
    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("'123'", "123")]
    [InlineData("42", "42")]
    [InlineData("-7", "-7")]
    [InlineData("1_000", "1000")]
    [InlineData("0x1F", "31")]
    [InlineData("0o17", "15")]
    [InlineData("0777", "511")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("1.0", "1")]
    [InlineData("2.50", "2.5")]
    [InlineData("0.1", "0.1")]
    [InlineData("1e-7", "1e-7")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("1e21", "1e+21")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("true", "true")]
    [InlineData("True", "true")]
    [InlineData("yes", "yes")]
    [InlineData("off", "off")]
    [InlineData("~", "")]
    [InlineData("null", "")]
    [InlineData("", "")]
    [InlineData("2020-01-01", "2020-01-01 00:00:00 +0000 UTC")]
    [InlineData("'2020-01-01'", "2020-01-01")]
    [InlineData("10.0.0.0/16", "10.0.0.0/16")]
    [InlineData("!!str 12", "12")]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    [InlineData("[1, two, true, null, 1.50, [x]]", "[1,\"two\",true,null,1.5,[\"x\"]]")]
    [InlineData("{b: 1, a: {z: '<&>', Z: 2}, B: 3}", "{\"B\":3,\"a\":{\"Z\":2,\"z\":\"\\u003c\\u0026\\u003e\"},\"b\":1}")]
    [InlineData("[\"line\\nbreak\\t\\u0001\\\"\"]", "[\"line\\nbreak\\t\\u0001\\\"\"]")]
    public void Turns_a_value_into_the_text_a_program_gets(string yaml, string text)
    {
        using var workspace = new Workspace().Write("Pulumi.dev.yaml", $"config:\n  shop:value: {yaml}\n");

        Assert.Equal(text, Read(workspace).Find("shop:value"));
    }

    [Fact]
    public void Gives_every_key_a_namespace()
    {
        using var workspace = new Workspace().Write("Pulumi.dev.yaml", "config:\n  size: small\n  aws:region: eu-west-1\n  shop:config:old: form\n");

        Assert.Equal(["aws:region", "shop:old", "shop:size"], Read(workspace).Values.Keys);
    }

    [Theory]
    [InlineData("a:b:c")]
    [InlineData("':b'")]
    [InlineData("a:config:b:c")]
    public void Refuses_a_key_of_another_form(string key)
    {
        using var workspace = new Workspace().Write("Pulumi.dev.yaml", $"config:\n  {key}: 1\n");

        Assert.Contains("Pulumi.dev.yaml, line 2", Assert.Throws<PlanRequestException>(() => Read(workspace)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lets_the_request_win_over_the_stack_and_the_stack_over_the_project()
    {
        using var workspace = new Workspace("name: shop\nruntime: dotnet\nconfig:\n  a: from project\n  b: from project\n  c: from project\n  aws:region: eu-west-1\n  list:\n    default: [1, 2]\n")
            .Write("Pulumi.dev.yaml", "config:\n  a: from stack\n  b: from stack\n");
        var config = Read(workspace, request => request with { Config = new Dictionary<string, string> { ["a"] = "from request" }, Secrets = new Dictionary<string, string> { ["other:s"] = "hush" } });

        Assert.Equal(("from request", "from stack", "from project"), (config.Find("shop:a"), config.Find("shop:b"), config.Find("shop:c")));
        Assert.Equal(("eu-west-1", "[1,2]"), (config.Find("aws:region"), config.Find("shop:list")));
        Assert.Equal(["other:s"], config.SecretKeys);
    }

    [Theory]
    [InlineData("a: {type: integer}", "a: 12", null)]
    [InlineData("a: {type: integer}", "a: twelve", "configuration key 'a' must be of type 'integer'")]
    [InlineData("a: {type: boolean}", "a: 'true'", null)]
    [InlineData("a: {type: boolean}", "a: yes", "must be of type 'boolean'")]
    [InlineData("a: {type: string}", "a: [x]", "must be of type 'string'")]
    [InlineData("a: {type: object}", "a: {x: 1}", null)]
    [InlineData("a: {type: object}", "a: text", "must be of type 'object'")]
    [InlineData("a: {type: array, items: {type: array, items: {type: string}}}", "a: [[x], [y]]", null)]
    [InlineData("a: {type: array, items: {type: integer}}", "a: [x]", "must be of type 'array<integer>'")]
    [InlineData("a: {type: array}", "a: [x]", "needs 'items'")]
    [InlineData("a: {type: text}", "a: x", "there are: string, integer, boolean, array, object")]
    [InlineData("a: {kind: string}", "a: x", "has no member 'kind'")]
    [InlineData("a: {default: 1, value: 2}", "a: x", "both 'default' and 'value'")]
    [InlineData("aws:a: {type: string}", "a: x", "belongs to another namespace")]
    [InlineData("a: {secret: true}", "a: open", "must be encrypted as it's secret")]
    [InlineData("a: {type: string}", "b: x", "Stack 'dev' is missing configuration value 'a'")]
    [InlineData("{a: {type: string}, b: {type: string}, c: {type: string}}", "d: x", "is missing configuration values 'a', 'b' and 'c'")]
    public void Checks_what_the_project_declares(string declared, string set, string? problem)
    {
        using var workspace = new Workspace($"name: shop\nruntime: dotnet\nconfig:\n  {declared}\n".Replace("  {a", "{a", StringComparison.Ordinal).Replace("config:\n{", "config: {", StringComparison.Ordinal))
            .Write("Pulumi.dev.yaml", $"config:\n  {set}\n");
        if (problem is null)
        {
            Assert.NotNull(Read(workspace).Find("shop:a"));
            return;
        }

        Assert.Contains(problem, Assert.Throws<PlanRequestException>(() => Read(workspace)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_all_that_is_wrong_at_once()
    {
        using var workspace = new Workspace("name: shop\nruntime: dotnet\nconfig:\n  a: {type: integer}\n  b: {type: boolean}\n  c: {type: string}\n")
            .Write("Pulumi.dev.yaml", "config:\n  a: x\n  b: y\n");

        Assert.Equal(
            "Pulumi.dev.yaml, declared in Pulumi.yaml: Stack 'dev' is missing configuration value 'c'; Stack 'dev' with configuration key 'a' must be of type 'integer'; Stack 'dev' with configuration key 'b' must be of type 'boolean'",
            Assert.Throws<PlanRequestException>(() => Read(workspace)).Message);
    }

    [Fact]
    public void Plans_encrypted_settings_with_marked_stand_ins()
    {
        using var workspace = new Workspace().Write("Pulumi.dev.yaml", "config:\n  token:\n    secure: v1:AAAA:BBBB\n  tree:\n    user: admin\n    password:\n      secure: v1:CCCC:DDDD\n");
        var config = Read(workspace);

        Assert.Equal(["shop:token", "shop:tree"], config.SecretKeys);
        Assert.Matches("^secret-0ff1[0-9a-f]{13}$", config.Find("shop:token"));
        Assert.Matches("^{\"password\":\"secret-0ff1[0-9a-f]{13}\",\"user\":\"admin\"}$", config.Find("shop:tree"));
    }

    [Fact]
    public void Decrypts_settings_with_the_passphrase()
    {
        var (salt, key) = Salt("correct horse");
        using var workspace = new Workspace().Write("Pulumi.dev.yaml", $"encryptionsalt: {salt}\nconfig:\n  token:\n    secure: {Encrypt(key, "the plain text")}\n");

        var unlocked = Read(workspace, passphrase: "correct horse");
        var locked = Read(workspace, passphrase: "wrong horse");

        Assert.Equal("the plain text", unlocked.Find("shop:token"));
        Assert.Empty(unlocked.Warnings);
        Assert.StartsWith("secret-0ff1", locked.Find("shop:token"), StringComparison.Ordinal);
        Assert.Contains("PULUMI_CONFIG_PASSPHRASE is not the passphrase", Assert.Single(locked.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_stacks_there_are()
    {
        using var workspace = new Workspace().Write("Pulumi.dev.yaml", "").Write("Pulumi.prod.yaml", "").Write("Pulumi.staging.yaml", "");

        Assert.Equal(
            "stack 'prd' has no Pulumi.prd.yaml; did you mean 'prod'? there are: dev, prod, staging",
            Assert.Throws<PlanRequestException>(() => Read(workspace, request => request with { Stack = "prd" })).Message);
    }

    [Theory]
    [InlineData("../dev")]
    [InlineData("")]
    [InlineData("a b")]
    public void Refuses_what_cannot_be_a_stack(string stack)
    {
        using var workspace = new Workspace();

        Assert.Contains("cannot be the name of a stack", Assert.Throws<PlanRequestException>(() => Read(workspace, request => request with { Stack = stack })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name: ''\nruntime: dotnet\n", "has no 'name'")]
    [InlineData("runtime: dotnet\n", "has no 'name'")]
    [InlineData("- list\n", "must be a mapping")]
    [InlineData("name: [x]\n", "line 1: 'name' must be a text")]
    [InlineData("name: x\nruntime: {name: dotnet, extra: 1}\n", "runtime has no member 'extra'")]
    [InlineData("name: x\nruntime: {options: {}}\n", "runtime needs a 'name'")]
    [InlineData("name: 'x\n", "is not valid YAML")]
    public void Refuses_a_project_file_it_cannot_read(string content, string reason)
    {
        using var workspace = new Workspace(content);

        Assert.Contains(reason, Assert.Throws<PlanRequestException>(() => ProjectFile.Find(workspace.Root)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Finds_the_project_above_and_the_stacks_where_it_says()
    {
        using var workspace = new Workspace("name: shop\nruntime:\n  name: dotnet\n  options: { binary: bin/app.dll }\nmain: src\nstackConfigDir: settings\n")
            .Write("src/keep", "").Write("settings/Pulumi.dev.yaml", "config: { a: 1 }\n");

        var project = ProjectFile.Find(workspace.PathOf("src"));
        Assert.Equal(("shop", "dotnet", "src", "bin/app.dll"), (project.Name, project.Runtime, project.Main, project.RuntimeOptions["binary"]));
        Assert.Equal("1", StackConfig.Merge(project, StackFile.Read(project, "dev"), new PlanRequest { ProjectDirectory = "", Stack = "dev" }, null).Find("shop:a"));
    }

    [Fact]
    public void Says_where_it_looked_for_a_project()
    {
        var empty = Directory.CreateTempSubdirectory("platform-engine-").FullName;
        try
        {
            Assert.Contains($"there is no Pulumi.yaml in {empty}", Assert.Throws<PlanRequestException>(() => ProjectFile.Find(empty)).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(empty);
        }
    }

    private static StackConfig Read(Workspace workspace, Func<PlanRequest, PlanRequest>? change = null, string? passphrase = null)
    {
        var request = new PlanRequest { ProjectDirectory = workspace.Root, Stack = "dev" };
        request = change?.Invoke(request) ?? request;
        var project = ProjectFile.Find(workspace.Root);
        return StackConfig.Merge(project, StackFile.Read(project, request.Stack), request, passphrase);
    }

    // The documented form, written here independently of the reader.
    private static (string Salt, byte[] Key) Salt(string passphrase)
    {
        var salt = "8 bytes!"u8.ToArray();
        var key = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase), salt, 1_000_000, HashAlgorithmName.SHA256, 32);
        return ($"v1:{Convert.ToBase64String(salt)}:{Encrypt(key, "pulumi")}", key);
    }

    private static string Encrypt(byte[] key, string text)
    {
        var nonce = "twelve bytes"u8.ToArray();
        var (plain, tag) = (Encoding.UTF8.GetBytes(text), new byte[16]);
        var cipher = new byte[plain.Length];
        using var aes = new AesGcm(key, tag.Length);
        aes.Encrypt(nonce, plain, cipher, tag);
        return $"v1:{Convert.ToBase64String(nonce)}:{Convert.ToBase64String([.. cipher, .. tag])}";
    }
}
