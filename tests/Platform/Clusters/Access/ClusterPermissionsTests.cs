using System.Text.Json;
using Platform.Components.Clusters;
using Platform.Components.Clusters.Access;
using Platform.Tests.Identity;

namespace Platform.Tests.Clusters.Access;

public class ClusterPermissionsTests
{
    [Theory]
    [InlineData("prod")]
    [InlineData("staging")]
    public async Task Asks_for_actions_that_exist_and_for_no_change_of_everything(string environment)
    {
        var sandbox = await Sandbox.Run(() => new KubernetesCluster("apps", environment == "prod" ? GivenCluster.Prod() : GivenCluster.Staging()));

        Assert.NotEmpty(IamActions.Statements(sandbox));
        Assert.Empty(IamActions.Unknown(sandbox));
        Assert.Empty(IamActions.Boundless(sandbox));
    }

    [Fact]
    public async Task Gives_the_role_of_an_add_on_to_its_pods_only()
    {
        var sandbox = await Sandbox.Run(() => new KubernetesCluster("apps", GivenCluster.Staging()));

        var trust = JsonElement.Parse((string)sandbox.Named("Role", "apps-vpc-cni")["assumeRolePolicy"]!).GetProperty("Statement")[0];
        Assert.Equal("pods.eks.amazonaws.com", trust.GetProperty("Principal").GetProperty("Service").GetString());
        var tags = trust.GetProperty("Condition").GetProperty("StringEquals");
        Assert.Equal("arn:Cluster:apps", tags.GetProperty("aws:RequestTag/eks-cluster-arn").GetString());
        Assert.Equal("kube-system", tags.GetProperty("aws:RequestTag/kubernetes-namespace").GetString());
        Assert.Equal("aws-node", tags.GetProperty("aws:RequestTag/kubernetes-service-account").GetString());
    }

    [Fact]
    public async Task Lets_the_load_balancer_controller_change_nothing_but_targets_of_the_cluster()
    {
        var sandbox = await Sandbox.Run(() => new KubernetesCluster("apps", GivenCluster.Staging()));

        var writes = IamActions.Statements(sandbox).Where(entry => entry.Resource == "apps-targets").Select(entry => entry.Statement)
            .Where(statement => IamActions.Actions(statement).Any(action => action.StartsWith("elasticloadbalancing:", StringComparison.Ordinal) && !action.Contains(":Describe")));
        var statement = Assert.Single(writes);
        Assert.Equal(["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"], IamActions.Actions(statement));
        Assert.Equal("platform-dev-apps", statement.GetProperty("Condition").GetProperty("StringEquals").GetProperty("aws:ResourceTag/eks:eks-cluster-name").GetString());
    }

    [Fact]
    public async Task Keeps_the_cluster_from_recreating_its_log_group()
    {
        var sandbox = await Sandbox.Run(() => new KubernetesCluster("apps", GivenCluster.Prod()));

        var denied = Assert.Single(IamActions.Statements(sandbox), entry => entry.Statement.GetProperty("Effect").GetString() == "Deny");
        Assert.Equal("apps-cluster", denied.Resource);
        Assert.Equal(["logs:CreateLogGroup"], IamActions.Actions(denied.Statement));
    }

    [Fact]
    public async Task Trusts_a_service_account_by_its_issuer_where_Pod_Identity_does_not_reach()
    {
        var document = "";
        await Sandbox.Run(() => PodTrust
            .ServiceAccountPolicy(Output.Create("arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A1"), "shop", "orders")
            .Apply(text => document = text));

        var trust = JsonElement.Parse(document).GetProperty("Statement")[0];
        Assert.Equal(["sts:AssumeRoleWithWebIdentity"], IamActions.Actions(trust));
        var claims = trust.GetProperty("Condition").GetProperty("StringEquals");
        Assert.Equal("system:serviceaccount:shop:orders", claims.GetProperty("oidc.eks.eu-west-1.amazonaws.com/id/A1:sub").GetString());
        Assert.Equal("sts.amazonaws.com", claims.GetProperty("oidc.eks.eu-west-1.amazonaws.com/id/A1:aud").GetString());
    }
}
