using Pulumi;

namespace Platform.Tests.Sdk.Runtime.Resources;

/// <summary>Which provider a resource names.</summary>
public class ProviderTests
{
    [Fact]
    public async Task Names_the_provider_it_is_given()
    {
        var donald = (await Sent(() => new Duck("donald", null, new() { Provider = new Provider("farm") }))).Only("donald");

        Assert.Equal("urn:pulumi:stack::project::pulumi:providers:acme::farm::farm-id", donald.Provider);
    }

    [Fact]
    public async Task Finds_the_provider_of_its_package_in_the_component_above()
    {
        var engine = await Sent(() => new Pond("pond", new() { Providers = { new Provider("farm"), new OtherProvider("elsewhere") } }, "donald"));

        Assert.EndsWith("providers:acme::farm::farm-id", engine.Only("donald").Provider, StringComparison.Ordinal);
        Assert.Empty(engine.Only("pond").Providers);
    }

    [Fact]
    public async Task A_component_passes_its_single_provider_on()
    {
        var engine = await Sent(() => new Pond("pond", new() { Provider = new Provider("farm") }, "donald"));

        Assert.EndsWith("providers:acme::farm::farm-id", engine.Only("donald").Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warns_when_a_component_gets_two_providers_of_one_package()
    {
        var engine = await Sent(() => new Pond("pond", new() { Provider = new Provider("one"), Providers = { new Provider("two") } }, "donald"));

        Assert.EndsWith("::one::one-id", engine.Only("donald").Provider, StringComparison.Ordinal);
        Assert.Contains("package 'acme'", Assert.Single(engine.Logs).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_without_an_id_is_named_with_the_unknown_id()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnRegister = request =>
        {
            var answer = ScriptedEngine.Created(request);
            answer.Id = "";
            return Task.FromResult(answer);
        };

        await engine.RunAsync(() => new Duck("donald", null, new() { Provider = new Provider("farm") }));

        Assert.EndsWith("::farm::04da6b54-80e4-46f7-96ec-b56ff0331ba9", engine.Only("donald").Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_all_providers_with_a_component_of_a_plugin()
    {
        var lake = (await Sent(() => new Lake("lake", null, new() { Providers = { new Provider("farm"), new OtherProvider("elsewhere") } }))).Only("lake");

        Assert.True(lake.Remote);
        Assert.False(lake.Custom);
        Assert.Equal(["acme", "other"], lake.Providers.Keys.Order());
        Assert.EndsWith("::farm::farm-id", lake.Providers["acme"], StringComparison.Ordinal);
    }

    private static async Task<ScriptedEngine> Sent(Action program)
    {
        await using var engine = await ScriptedEngine.StartAsync();
        var result = await engine.RunAsync(program);
        Assert.Equal(new(0, ""), result);
        return engine;
    }

    private sealed class OtherProvider(string name) : ProviderResource("other", name, new DuckArgs());
}
