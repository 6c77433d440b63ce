using Platform.Graph;

namespace Platform.Tests.Tools.Engine.Programs;

/// <summary>Types that only the packages of the program know.</summary>
public class DeclaredTests
{
    [NodeFact("@pulumi/tls")]
    public async Task Knows_what_the_packages_of_a_program_declare()
    {
        var graph = await TypeScript.Shared("declared");

        var orders = graph.Named("orders");
        Assert.Matches("^arn:aws:dax:eu-west-1:123456789012:cluster/0ff1", orders.Outputs["arn"]!.AsText);
        Assert.Matches("^arn:aws:states:eu-west-1:123456789012:activity/0ff1", graph.Named("flow").Outputs["arn"]!.AsText);
        Assert.Matches("^flow-0ff1[0-9a-f]{13}$", graph.Named("flow").Outputs["name"]!.AsText);
        Assert.Equal("eu-west-1", orders.Outputs["region"]!.AsText);
        Assert.Matches("^[0-9a-f-]{36}$", graph.Named("ticket").Outputs["result"]!.AsText);
        Assert.StartsWith("-----BEGIN PUBLIC KEY-----\n", graph.Named("key").Outputs["publicKeyPem"]!.AsText, StringComparison.Ordinal);
        Assert.IsType<SecretValue>(graph.Named("key").Outputs["privateKeyOpenssh"]);
        Assert.IsType<SecretValue>(graph.Outputs["secret"]);

        var reader = graph.Named("reader");
        Assert.Contains(new Placeholder("keepers.address", orders.Urn, "clusterAddress", PlaceholderMatch.Exact), reader.Placeholders);
        Assert.Contains(reader.Placeholders, found => found.Path == "keepers.public" && found.Urn == graph.Named("key").Urn && found.Match == PlaceholderMatch.Exact);
        Assert.Equal(graph.Named("flow").Urn, Assert.Single(reader.Placeholders, found => found.Path == "keepers.arn").Urn);
    }

    [NodeFact("@pulumi/tls")]
    public async Task Leaves_unknown_what_the_provider_would_compute_without_a_form()
    {
        var graph = await TypeScript.Shared("declared");

        Assert.All(["port", "maintenanceWindow", "parameterGroupName", "securityGroupIds"], output => Assert.Null(graph.Named("orders").Outputs[output]));
        Assert.All(["ecdsaCurve", "rsaBits"], output => Assert.Null(graph.Named("key").Outputs[output]));
        Assert.All(["ports", "nodes"], output => Assert.IsType<UnknownValue>(graph.Outputs[output]));
    }

    [NodeFact("@pulumi/tls")]
    public async Task Treats_kinds_of_a_cluster_as_objects_whoever_declares_them()
    {
        var graph = await TypeScript.Shared("declared");

        Assert.Matches("^default/leader-0ff1", graph.Named("leader").Id);
        Assert.Equal(graph.Named("ticket").Outputs["result"], graph.Named("leader").Inputs["spec"]!["holderIdentity"]);
        Assert.Matches("^sandboxed-0ff1", graph.Named("sandboxed").Id);
        Assert.Matches("^door-0ff1", graph.Named("door").Outputs["metadata"]!["name"]!.AsText);
        Assert.Null(graph.Named("door").Id);
    }

    [NodeFact("@pulumi/tls")]
    public async Task Says_where_its_knowledge_comes_from_and_what_it_has_none_of()
    {
        var graph = await TypeScript.Shared("declared");

        var declared = graph.Assumptions.Where(assumption => assumption.Kind == "declarations").ToList();
        Assert.Equal(
            ["@pulumi/aws 7.48.0", "@pulumi/kubernetes 4.34.2", "@pulumi/random 4.21.2", "@pulumi/tls 5.6.1"],
            declared.Select(assumption => assumption.Subject));
        Assert.StartsWith("types of aws:acmpca/getCertificateAuthority:getCertificateAuthority, aws:dax/cluster:Cluster, aws:dax/subnetGroup:SubnetGroup", declared[0].Detail, StringComparison.Ordinal);
        Assert.Equal(["acme:index/thing:Thing"], graph.Assumptions.Where(assumption => assumption.Kind == "unknown").Select(assumption => assumption.Subject));
        Assert.Contains(graph.Assumptions, assumption => assumption is { Kind: "placeholder", Subject: "aws:acmpca/getCertificateAuthority:getCertificateAuthority" });
        Assert.Equal(
            "aws:dax/subnetGroup:SubnetGroup 'mistaken': subnetIds is 'subnet-1', but must be a list (as @pulumi/aws 7.48.0 declares it)",
            Assert.Single(graph.Diagnostics, said => said.Severity == Severity.Warning).Message);
    }
}
