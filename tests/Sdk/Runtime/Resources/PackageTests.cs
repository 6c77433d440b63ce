using Google.Protobuf;
using Platform.Protocol;
using Pulumi;
using PackageRequest = Pulumi.RegisterPackageRequest;

namespace Platform.Tests.Sdk.Runtime.Resources;

/// <summary>Packages that a program announces to the engine.</summary>
public class PackageTests
{
    internal static readonly PackageRequest Parameterized =
        new("base", "1.0.0", "https://plugins", parameterization: new("acme", "2.0.0", [1, 2]));

    [Fact]
    public async Task Announces_a_package_once_and_names_it_in_every_request()
    {
        await using var engine = await ScriptedEngine.StartAsync();

        await engine.RunAsync(() =>
        {
            for (var i = 0; i < 20; i++)
            {
                new Packaged("p-" + i);
            }
        });

        var package = Assert.Single(engine.Packages);
        Assert.Equal(
            """{ "name": "base", "version": "1.0.0", "downloadUrl": "https://plugins", "parameterization": { "name": "acme", "version": "2.0.0", "value": "AQI=" } }""",
            JsonFormatter.Default.Format(package));
        Assert.All(engine.Registrations.Where(request => request.Custom), request => Assert.Equal("base-ref", request.PackageRef));
    }

    [Fact]
    public async Task Refuses_a_parameterized_package_on_an_engine_that_knows_none()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.Unsupported.Add("parameterization");

        var result = await engine.RunAsync(() => new Packaged("p"));

        Assert.Equal(32, result.ExitCode);
        Assert.Contains("does not support parameterization", Assert.Single(engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goes_without_a_reference_when_a_plain_package_cannot_be_announced()
    {
        await using var engine = await ScriptedEngine.StartAsync();
        engine.OnPackage = _ => throw new GrpcException(GrpcStatusCode.Unimplemented, "no packages");

        var result = await engine.RunAsync(() => Deployment.Instance.Invoke<object>(
            "acme:pond/getDuck:getDuck", InvokeArgs.Empty, (InvokeOptions?)null, new PackageRequest("acme", "1.0.0", null)));

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", Assert.Single(engine.Invokes).PackageRef);
    }

    private sealed class Packaged(string name) : CustomResource("acme:pond/duck:Duck", name, new DuckArgs(), null, Parameterized);
}
