using System.Text.Json;
using Platform.Components.Clusters.Access;

namespace Platform.Tests.Clusters.Access;

public class KubeconfigTests
{
    [Theory]
    [InlineData("", "eks get-token --cluster-name apps --region eu-west-1 --output json")]
    [InlineData("arn:role/deploy", "eks get-token --cluster-name apps --region eu-west-1 --output json --role-arn arn:role/deploy")]
    public void Names_the_command_that_fetches_a_token_and_holds_none(string role, string arguments)
    {
        var file = JsonElement.Parse(Kubeconfig.Json("apps", "https://apps.example", "Q0E=", "eu-west-1", role));

        var user = file.GetProperty("users")[0].GetProperty("user");
        Assert.Equal("aws", user.GetProperty("exec").GetProperty("command").GetString());
        Assert.Equal(arguments, string.Join(' ', user.GetProperty("exec").GetProperty("args").EnumerateArray().Select(argument => argument.GetString())));
        Assert.Equal(["exec"], user.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public void Connects_the_current_context_to_the_cluster_it_verifies()
    {
        var file = JsonElement.Parse(Kubeconfig.Json("apps", "https://apps.example", "Q0E=", "eu-west-1", ""));

        Assert.Equal("apps", file.GetProperty("current-context").GetString());
        var cluster = file.GetProperty("clusters")[0].GetProperty("cluster");
        Assert.Equal("https://apps.example", cluster.GetProperty("server").GetString());
        Assert.Equal("Q0E=", cluster.GetProperty("certificate-authority-data").GetString());
        Assert.False(cluster.TryGetProperty("insecure-skip-tls-verify", out _));
        Assert.Equal("apps", file.GetProperty("contexts")[0].GetProperty("context").GetProperty("cluster").GetString());
    }
}
