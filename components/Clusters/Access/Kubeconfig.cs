using System.Text.Json.Nodes;
using Eks = Pulumi.Aws.Eks;

namespace Platform.Components.Clusters.Access;

/// <summary>
/// How to reach a cluster's API. Not a secret: it carries the command that fetches a token of fifteen minutes, so neither
/// the state nor a plan holds one, and every caller uses an identity of their own.
/// </summary>
internal static class Kubeconfig
{
    public static Output<string> Of(Eks.Cluster cluster, Input<string>? roleArn) => Output.Tuple(
        cluster.Name,
        cluster.Endpoint,
        cluster.CertificateAuthority.Apply(authority => authority.Data ?? ""),
        cluster.Region,
        roleArn?.ToOutput() ?? Output.Create("")).Apply(known => Json(known.Item1, known.Item2, known.Item3, known.Item4, known.Item5));

    /// <summary>The same for a cluster that was looked up.</summary>
    public static Output<string> Of(Output<Eks.GetClusterResult> cluster, Input<string>? roleArn) =>
        Output.Tuple(cluster, roleArn?.ToOutput() ?? Output.Create("")).Apply(known => Json(
            known.Item1.Name, known.Item1.Endpoint, known.Item1.CertificateAuthorities[0].Data, known.Item1.Region, known.Item2));

    /// <summary>The file as JSON, which is YAML too.</summary>
    public static string Json(string name, string endpoint, string certificateAuthority, string region, string roleArn)
    {
        var command = new JsonArray("eks", "get-token", "--cluster-name", name, "--region", region, "--output", "json");
        if (roleArn.Length > 0)
        {
            command.Add("--role-arn");
            command.Add(roleArn);
        }

        return new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Config",
            ["clusters"] = Named(name, "cluster", new() { ["server"] = endpoint, ["certificate-authority-data"] = certificateAuthority }),
            ["contexts"] = Named(name, "context", new() { ["cluster"] = name, ["user"] = name }),
            ["current-context"] = name,
            ["users"] = Named(name, "user", new()
            {
                ["exec"] = new JsonObject
                {
                    ["apiVersion"] = "client.authentication.k8s.io/v1beta1",
                    ["command"] = "aws",
                    ["args"] = command,
                    ["interactiveMode"] = "Never",
                },
            }),
        }.ToJsonString();
    }

    private static JsonArray Named(string name, string kind, JsonObject content) => new(new JsonObject { ["name"] = name, [kind] = content });
}
