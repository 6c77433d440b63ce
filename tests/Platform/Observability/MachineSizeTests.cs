using Platform.Components.Observability.Signals;

namespace Platform.Tests.Observability;

public class MachineSizeTests
{
    [Theory]
    [InlineData("db.t4g.micro", 2, 1), InlineData("db.t4g.medium", 2, 4), InlineData("db.r7g.large", 2, 16)]
    [InlineData("db.m6g.xlarge", 4, 16), InlineData("cache.r7g.4xlarge", 16, 128), InlineData("c7g.medium", 1, 2)]
    [InlineData("db.x2g.large", 2, 32), InlineData("db.x2iedn.xlarge", 4, 128)]
    public void Knows_what_a_class_has(string machineClass, int vcpus, double memory) =>
        Assert.Equal(new MachineSize(vcpus, memory), MachineSize.Of(machineClass));

    [Theory]
    [InlineData("large"), InlineData("db.z9.huge"), InlineData("db.m7g.metal"), InlineData("db.serverless"), InlineData("")]
    [InlineData("db.m7g.-4xlarge"), InlineData("db.r7g.1xlarge"), InlineData("db.r7g.99999999999xlarge"), InlineData("db.x1e.xlarge")]
    public void Does_not_guess(string machineClass) => Assert.Null(MachineSize.Of(machineClass));

    [Theory]
    [InlineData("db.t4g.micro", 107), InlineData("db.t4g.medium", 428), InlineData("db.m7g.large", 856), InlineData("db.r7g.4xlarge", 5000)]
    public void Lets_in_as_many_connections_as_were_seen_on_real_machines(string machineClass, int connections) =>
        Assert.Equal(connections, MachineSize.Of(machineClass)!.PostgresConnections);
}
