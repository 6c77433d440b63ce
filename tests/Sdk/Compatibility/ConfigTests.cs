using Pulumi;
using Pulumi.Testing;

namespace Platform.Tests.Sdk.Compatibility;

/// <summary>Configuration comes from variables of the process, so these tests run when no others do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ConfigVariables
{
    public const string Name = "variables of the process";
}

/// <summary>A program with configuration, given to it as users' tests give it.</summary>
[Collection(ConfigVariables.Name)]
public sealed class ConfigTests : IDisposable
{
    private const string Values = "PULUMI_CONFIG";
    private const string SecretKeys = "PULUMI_CONFIG_SECRET_KEYS";

    public ConfigTests()
    {
        Environment.SetEnvironmentVariable(Values, """{"fleet:servers":"3","fleet:spot":"true","fleet:token":"hush","fleet:tags":"{\"owner\":\"team-a\"}","aws:region":"eu-west-1"}""");
        Environment.SetEnvironmentVariable(SecretKeys, """["fleet:token"]""");
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Values, null);
        Environment.SetEnvironmentVariable(SecretKeys, null);
    }

    [Fact]
    public async Task Values_have_the_type_that_is_asked_for() => await InDeployment(() =>
    {
        var fleet = new Config("fleet");

        Assert.Equal((3, true, "3"), (fleet.RequireInt32("servers"), fleet.RequireBoolean("spot"), fleet.Require("servers")));
        Assert.Equal("team-a", fleet.RequireObject<Dictionary<string, string>>("tags")["owner"]);
        Assert.Equal("eu-west-1", new Config("aws").Require("region"));
    });

    [Fact]
    public async Task Without_a_name_it_is_the_projects() =>
        await InDeployment(() => Assert.Equal(3, new Config().GetInt32("servers")));

    [Fact]
    public async Task What_is_not_set_is_null() => await InDeployment(() =>
    {
        var fleet = new Config("fleet");

        Assert.Null(fleet.Get("none"));
        Assert.Null(fleet.GetInt32("none"));
        Assert.Null(fleet.GetSecret("none"));
    });

    [Fact]
    public async Task A_secret_is_an_output_that_stays_secret()
    {
        var (_, outputs) = await Deployment.TestAsync(
            new EmptyMocks(), new TestOptions(), () => new Dictionary<string, object?> { ["token"] = new Config("fleet").RequireSecret("token").Apply(token => token.Length) });

        var length = (Output<int>)outputs["token"]!;
        Assert.True(await Output.IsSecretAsync(length));
        Assert.Equal(4, await length.GetValueAsync());
    }

    [Fact]
    public async Task What_is_required_and_not_set_fails_the_test_with_its_key()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => InDeployment(() => new Config("fleet").Require("none")));

        Assert.Contains("fleet:none", failure.Message, StringComparison.Ordinal);
    }

    private static async Task InDeployment(Action program) => await Deployment.TestAsync(new EmptyMocks(), new TestOptions { ProjectName = "fleet" }, program);
}
