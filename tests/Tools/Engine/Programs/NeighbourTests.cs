using Platform.Graph;

namespace Platform.Tests.Tools.Engine.Programs;

/// <summary>What lives beside the program's own cloud resources: clusters and other stacks.</summary>
public class NeighbourTests
{
    [NodeFact]
    public async Task Names_kubernetes_objects_and_tells_who_reads_the_names()
    {
        var graph = await TypeScript.Graph("kubernetes");

        var space = graph.Outputs["namespaceName"]!.AsText!;
        Assert.Matches("^shop-0ff1[0-9a-f]{13}$", space);
        var settings = Object("core/v1:ConfigMap");
        Assert.StartsWith($"{space}/settings-0ff1", settings.Id, StringComparison.Ordinal);
        var deployment = Object("apps/v1:Deployment");
        Assert.Equal($"{space}/web", deployment.Id);
        Assert.True(deployment.Settings.DeleteBeforeReplace);
        Assert.Equal(deployment.Inputs["spec"], deployment.Outputs["spec"]);
        Assert.Equal(["settings", "credentials"], deployment.Sources("spec").OrderDescending(StringComparer.Ordinal));
        Assert.Contains(deployment.Placeholders, found => found.Path.EndsWith("configMapRef.name", StringComparison.Ordinal) && found.Urn == settings.Urn && found.Property == "metadata.name");
        Assert.IsType<SecretValue>(Object("core/v1:Secret").Inputs["stringData"]);
        Assert.IsType<SecretValue>(graph.Named("cluster").Inputs["kubeconfig"]);
        Assert.Matches("^k8s-0ff1.*\\.elb\\.eu-west-1\\.amazonaws\\.com$", graph.Outputs["address"]!.AsText);
        Assert.Contains(deployment.Urn, Object("core/v1:Service").Dependencies);
        Assert.Equal("web", Object("cert-manager.io/v1:Certificate").Inputs["metadata"]!["name"]!.AsText);
        Assert.All(graph.Resources.Where(resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal)), resource =>
            Assert.StartsWith(graph.Named("cluster").Urn, resource.Provider, StringComparison.Ordinal));

        Resource Object(string type) => Assert.Single(graph.OfType($"kubernetes:{type}"));
    }

    [NodeFact]
    public async Task Takes_what_other_stacks_published_from_their_plan_and_export()
    {
        using var files = new Workspace()
            .Write("network.json", """{"schemaVersion":1,"project":"network","stack":"dev","resources":[],"outputs":{"vpcId":"vpc-1","subnetIds":["a","b"],"zones":3},"diagnostics":[],"assumptions":[]}""")
            .Write("base.json", """
                {"version":3,"deployment":{"manifest":{"time":"2026-01-01T00:00:00Z","magic":"","version":""},"resources":[{"urn":"urn:pulumi:dev::base::pulumi:pulumi:Stack::base-dev","custom":false,"type":"pulumi:pulumi:Stack",
                "outputs":{"password":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","ciphertext":"v1:x"}}}]}}
                """);
        var graph = await TypeScript.Graph("stackreferences", request => request with { StackOutputs = [files.PathOf("network.json"), files.PathOf("base.json")] });

        Assert.Equal(("vpc-1", 3, "nothing"), (graph.Outputs["vpc"]!.AsText, graph.Outputs["zones"]!.AsNumber, graph.Outputs["absent"]!.AsText));
        Assert.Equal(("vpc-1", "a,b"), (graph.Named("consumer").Inputs["prefix"]!.AsText, graph.Named("consumer").Inputs["keepers"]!["subnets"]?.AsText));
        Assert.IsType<SecretValue>(graph.Named("base").Outputs["outputs"]!["password"]);
        Assert.Equal(["stack-outputs", "stack-outputs"], graph.Assumptions.Select(assumption => assumption.Kind));
        Assert.Empty(graph.Diagnostics);
    }

    [NodeFact]
    public async Task Leaves_what_other_stacks_published_unknown_and_says_so()
    {
        var graph = await TypeScript.Graph("stackreferences");

        Assert.True(graph.Named("base") is { External: true, Id: "organization/base/dev" });
        Assert.IsType<UnknownValue>(graph.Outputs["vpc"]);
        Assert.IsType<UnknownValue>(graph.Named("consumer").Inputs["prefix"]);
        Assert.Equal(["organization/network/dev"], graph.Named("consumer").Sources("prefix"));
        Assert.Equal(
            ["pulumi:pulumi:StackReference organization/base/dev", "pulumi:pulumi:StackReference organization/network/dev"],
            graph.Assumptions.Select(assumption => assumption.Subject));
    }
}
