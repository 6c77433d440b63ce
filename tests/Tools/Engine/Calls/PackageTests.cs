using Platform.Protocol;

namespace Platform.Tests.Tools.Engine.Calls;

/// <summary>Packages a program registers before it names them.</summary>
public class PackageTests
{
    [Fact]
    public async Task Gives_the_same_package_the_same_reference_and_its_version_to_resources()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var package = new RegisterPackageRequest { Name = "aws", Version = "7.48.0", DownloadUrl = "https://example.com/plugins" };
            var first = await program.Call(ResourceMonitorMethods.RegisterPackage, package);
            var second = await program.Call(ResourceMonitorMethods.RegisterPackage, package);
            var other = await program.Call(ResourceMonitorMethods.RegisterPackage, new RegisterPackageRequest { Name = "aws", Version = "7.0.0" });
            Assert.Equal(first.Ref, second.Ref);
            Assert.NotEqual(first.Ref, other.Ref);
            await program.Custom("aws:ec2/vpc:Vpc", "network", change: request => (request.Parent, request.PackageRef) = (stack, first.Ref));
        });

        var settings = Assert.Single(result.Graph!.OfType("aws:ec2/vpc:Vpc")).Settings;
        Assert.Equal(("7.48.0", "https://example.com/plugins"), (settings.Version, settings.PluginDownloadUrl));
    }

    [Fact]
    public async Task Records_a_parameterized_package_with_a_version_of_its_own()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var package = await program.Call(ResourceMonitorMethods.RegisterPackage, Bridged("2.1.0"));
            var newer = await program.Call(ResourceMonitorMethods.RegisterPackage, Bridged("2.2.0"));
            Assert.NotEqual(package.Ref, newer.Ref);
            await program.Custom("netbox:index:Site", "site", change: request => (request.Parent, request.PackageRef) = (stack, package.Ref));
            await program.Call(ResourceMonitorMethods.ReadResource, new ReadResourceRequest { Type = "netbox:index:Rack", Name = "rack", Id = "7", Parent = stack, PackageRef = newer.Ref });
        });

        Assert.Equal("2.1.0", Assert.Single(result.Graph!.OfType("netbox:index:Site")).Settings.Version);
        Assert.Equal("2.2.0", Assert.Single(result.Graph!.OfType("netbox:index:Rack")).Settings.Version);
    }

    [Fact]
    public async Task Refuses_a_package_without_a_name_and_a_reference_to_none()
    {
        await ScriptedProgram.Plan(async program =>
        {
            await program.Stack();
            var nameless = await Assert.ThrowsAsync<GrpcException>(() => program.Call(ResourceMonitorMethods.RegisterPackage, new RegisterPackageRequest { Version = "1.0.0" }));
            var stranger = await Assert.ThrowsAsync<GrpcException>(() => program.Custom("netbox:index:Site", "site", change: request => request.PackageRef = "nobody"));
            Assert.Equal((GrpcStatusCode.InvalidArgument, GrpcStatusCode.InvalidArgument), (nameless.StatusCode, stranger.StatusCode));
            Assert.Equal("resource 'site' names the package 'nobody', which was not registered before it", stranger.Detail);
        });
    }

    private static RegisterPackageRequest Bridged(string version) => new()
    {
        Name = "terraform-provider", Version = "1.0.0", Parameterization = new() { Name = "netbox", Version = version, Value = Google.Protobuf.ByteString.CopyFromUtf8("{}") },
    };
}
