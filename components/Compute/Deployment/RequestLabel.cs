namespace Platform.Components.Compute.Deployment;

/// <summary>How CloudWatch names the requests of one group of targets, such as <c>app/shop/50dc6c495c0c9188/targetgroup/shop/943f017f100becff</c>.</summary>
internal static class RequestLabel
{
    private const string GroupMark = "/targetgroup/";

    /// <summary>The label of a group behind the balancer of another label.</summary>
    public static Output<string> Of(Output<string> sibling, Output<string> groupSuffix) => Output.Format($"{BalancerOf(sibling)}/{groupSuffix}");

    /// <summary>The balancer's half, the value of dimension <c>LoadBalancer</c>.</summary>
    public static Output<string> BalancerOf(Output<string> label) => label.Apply(text => text[..Middle(text)]);

    /// <summary>The group's half, the value of dimension <c>TargetGroup</c>.</summary>
    public static Output<string> GroupOf(Output<string> label) => label.Apply(text => text[(Middle(text) + 1)..]);

    private static int Middle(string label) => label.IndexOf(GroupMark, StringComparison.Ordinal) is > 0 and var at
        ? at
        : throw new ArgumentException($"'{label}' does not name a group of targets behind a load balancer.");
}
