using System.Text.Json;
using Platform.Tests.Clusters;
using Platform.Tests.Identity;

namespace Platform.Tests.Workloads;

public class WorkloadIdentityTests
{
    [Fact]
    public async Task Reads_the_secrets_of_its_connections_and_no_others()
    {
        var sandbox = await GivenWorkload.Run();

        var policy = JsonElement.Parse((string)sandbox.Named("RolePolicy", "orders")["policy"]!).GetProperty("Statement");
        Assert.Equal(
            ["arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-AbCdEf", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:licence-AbCdEf"],
            policy[0].GetProperty("Resource").EnumerateArray().Select(resource => resource.GetString()));
        Assert.Equal("arn:key/secrets", policy[1].GetProperty("Resource")[0].GetString());
        Assert.Empty(IamActions.Unknown(sandbox));
        Assert.Empty(IamActions.Boundless(sandbox));

        var trust = JsonElement.Parse((string)sandbox.Named("Role", "orders")["assumeRolePolicy"]!).GetProperty("Statement")[0].GetProperty("Condition").GetProperty("StringEquals");
        Assert.Equal("shop", trust.GetProperty("aws:RequestTag/kubernetes-namespace").GetString());
        Assert.Equal("orders", trust.GetProperty("aws:RequestTag/kubernetes-service-account").GetString());
        var association = sandbox.Named("PodIdentityAssociation", "orders");
        Assert.Equal(("shop", "orders", "arn:Role:orders"), (association["namespace"], association["serviceAccount"], association["roleArn"]));
    }

    [Fact]
    public async Task Refuses_a_connection_its_nodes_are_no_member_of() => Assert.Contains(
        "uses a connection its cluster does not; add it to the cluster's uses",
        await GivenWorkload.Refusal(settings => settings.Uses = [GivenCluster.Orders with { ClientSecurityGroupId = "sg-other" }]));
}
