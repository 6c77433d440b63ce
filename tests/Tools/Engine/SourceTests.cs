using Platform.Engine;
using Platform.Graph;

namespace Platform.Tests.Tools.Engine;

public class SourceTests
{
    [Fact]
    public async Task Finds_marks_in_texts_lists_documents_and_base64()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var key = await program.Custom("aws:kms/key:Key", "key", change: request => request.Parent = stack);
            var vpc = await program.Custom("aws:ec2/vpc:Vpc", "network", change: request => request.Parent = stack);
            var database = await program.Custom("aws:rds/cluster:Cluster", "orders", Bag.Of(("engine", "aurora-postgresql")), request => request.Parent = stack);
            var arn = key.Object.Fields["arn"].StringValue;
            var endpoint = database.Object.Fields["endpoint"].StringValue;
            var script = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"#!/bin/sh\nexport DATABASE={endpoint}\n"));
            await program.Custom("aws:acme/thing:Thing", "user", Bag.Of(
                ("policy", $"{{\"Statement\":[{{\"Resource\":[\"{arn}\",\"{arn}/*\"]}}]}}"),
                ("vpcIds", Bag.List("vpc-other", vpc.Id)),
                ("settings", Bag.Of(("url", $"postgres://{endpoint}:5432/orders"), ("deep.key", Bag.Of(("vpc", vpc.Id))))),
                ("userData", script),
                ("shouted", vpc.Id.ToUpperInvariant())), request => request.Parent = stack);
        });

        Assert.Equal(
            [
                ("policy", "key", "arn"),
                ("settings.url", "orders", "endpoint"),
                ("settings[\"deep.key\"].vpc", "network", "id"),
                ("shouted", "network", "id"),
                ("userData", "orders", "endpoint"),
                ("vpcIds[1]", "network", "id"),
            ],
            Sources(result, PlaceholderMatch.Exact));
    }

    [Fact]
    public async Task Names_the_whole_output_rather_than_the_id_within_it()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var vpc = await program.Custom("aws:ec2/vpc:Vpc", "network", change: request => request.Parent = stack);
            var balancer = await program.Custom("aws:lb/loadBalancer:LoadBalancer", "edge", change: request => request.Parent = stack);
            var listener = await program.Custom("aws:lb/listener:Listener", "https", Bag.Of(("loadBalancerArn", balancer.Id)), request => request.Parent = stack);
            await program.Custom("aws:acme/thing:Thing", "user", Bag.Of(("arn", vpc.Object.Fields["arn"]), ("id", vpc.Id), ("listener", listener.Id)), request => request.Parent = stack);
        });

        Assert.Equal([("arn", "network", "arn"), ("id", "network", "id"), ("listener", "https", "arn")], Sources(result, PlaceholderMatch.Exact));
        Assert.Equal([("loadBalancerArn", "edge", "arn")], Sources(result, PlaceholderMatch.Exact, "https"));
    }

    [Fact]
    public async Task Recognises_chosen_names_by_their_text_where_there_is_a_dependency()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var logs = await program.Custom("aws:s3/bucket:Bucket", "logs", Bag.Of(("bucket", "acme-logs")), request => request.Parent = stack);
            await program.Custom("aws:acme/thing:Thing", "user", Bag.Of(("bucket", "acme-logs"), ("policy", "{\"Resource\":\"arn:aws:s3:::acme-logs/*\"}"), ("other", "acme-logs")), request =>
            {
                request.Parent = stack;
                request.DependsOn("bucket", logs.Urn).DependsOn("policy", logs.Urn);
            });
        });

        Assert.Equal([("bucket", "logs", "bucket"), ("policy", "logs", "arn")], Sources(result, PlaceholderMatch.Value));
    }

    [Fact]
    public async Task Falls_back_to_the_dependency_where_no_mark_survives()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var vpc = await program.Custom("aws:ec2/vpc:Vpc", "network", change: request => request.Parent = stack);
            await program.Custom("aws:acme/thing:Thing", "user", Bag.Of(("count", 3), ("digest", "9f86d081884c7d65"), ("later", Bag.Unknown)), request =>
            {
                request.Parent = stack;
                request.DependsOn("count", vpc.Urn).DependsOn("digest", vpc.Urn).DependsOn("later", vpc.Urn);
            });
        });

        Assert.Equal([("count", "network", null), ("digest", "network", null), ("later", "network", null)], Sources(result, PlaceholderMatch.Approximate));
    }

    [Fact]
    public async Task Follows_addresses_and_secrets_too()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var address = await program.Custom("aws:ec2/eip:Eip", "exit", change: request => request.Parent = stack);
            var vpc = await program.Custom("aws:ec2/vpc:Vpc", "network", change: request => request.Parent = stack);
            await program.Custom("aws:acme/thing:Thing", "user", Bag.Of(
                ("cidr", address.Object.Fields["publicIp"].StringValue + "/32"),
                ("secret", Bag.Secret($"token for {vpc.Id}"))), request => request.Parent = stack);
        });

        Assert.Equal([("cidr", "exit", "publicIp"), ("secret", "network", "id")], Sources(result, PlaceholderMatch.Exact));
        Assert.IsType<SecretValue>(result.Graph!.OfType("aws:acme/thing:Thing").Single().Inputs["secret"]);
    }

    [Fact]
    public async Task Names_the_data_source_of_an_invented_answer()
    {
        var result = await ScriptedProgram.Plan(async program =>
        {
            var stack = await program.Stack();
            var image = (await program.Invoke("aws:ec2/getAmi:getAmi", Bag.Of(("mostRecent", true)))).Return.Fields["id"].StringValue;
            await program.Custom("aws:acme/thing:Thing", "user", Bag.Of(("image", image)), request => request.Parent = stack);
        });

        var source = Assert.Single(result.Graph!.OfType("aws:acme/thing:Thing").Single().Placeholders);
        Assert.Equal(("aws:ec2/getAmi:getAmi", "id"), (source.Urn, source.Property));
    }

    private static IEnumerable<(string Path, string Source, string? Property)> Sources(PlanResult result, PlaceholderMatch match, string name = "user")
    {
        var graph = result.Graph!;
        return graph.Resources.Single(resource => resource.Name == name).Placeholders
            .Where(placeholder => placeholder.Match == match)
            .Select(placeholder => (placeholder.Path, graph.Find(placeholder.Urn)!.Name, placeholder.Property));
    }
}
