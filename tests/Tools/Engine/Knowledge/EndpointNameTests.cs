namespace Platform.Tests.Tools.Engine.Knowledge;

/// <summary>The host names of doors to services inside a network.</summary>
public class EndpointNameTests
{
    [Theory]
    [InlineData("com.amazonaws.eu-west-1.ssm", "ssm")]
    [InlineData("com.amazonaws.eu-west-1.ecr.dkr", "dkr.ecr")]
    public async Task Calls_the_door_to_a_service_as_the_service_is_called(string service, string host)
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            await program.Custom("aws:ec2/vpcEndpoint:VpcEndpoint", "door", Bag.Of(("vpcId", "vpc-1"), ("serviceName", service)), request => request.Parent = stack);
        });

        var name = Assert.Single(result.Graph!.OfType("aws:ec2/vpcEndpoint:VpcEndpoint")).Outputs["dnsEntries"]![0]!["dnsName"]!.AsText!;
        Assert.StartsWith("vpce-0ff1", name, StringComparison.Ordinal);
        Assert.EndsWith($".{host}.eu-west-1.vpce.amazonaws.com", name, StringComparison.Ordinal);
    }
}
