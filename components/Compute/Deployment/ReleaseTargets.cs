using Platform.Components.Entry;
using Platform.Components.Identity;
using Platform.Components.Network;
using Pulumi.Aws.Ecs.Inputs;
using Pulumi.Aws.LB;
using Pulumi.Aws.LB.Inputs;

namespace Platform.Components.Compute.Deployment;

/// <summary>
/// Two groups of targets behind one rule, whose weights ECS shifts from the release before to the one after. Pulumi makes the rule and
/// then keeps its hands off the weights.
/// </summary>
internal sealed class ReleaseTargets
{
    private readonly Input<string> _ruleArn;
    private readonly Input<string> _roleArn;
    private readonly TargetGroup _second;

    public ReleaseTargets(string name, INetwork network, LoadBalancerTarget target, CallerAccount account, CustomResourceOptions child)
    {
        _second = EntryTargets.Register($"{name}-second", network.VpcId, target.Port, target.HealthPath, target.Kind, child);
        var rule = new ListenerRule(name, new()
        {
            ListenerArn = target.ListenerArn,
            Priority = 1000,
            Conditions = new ListenerRuleConditionArgs { PathPattern = new ListenerRuleConditionPathPatternArgs { Values = "/*" } },
            Actions = new ListenerRuleActionArgs
            {
                Type = "forward",
                Forward = new ListenerRuleActionForwardArgs
                {
                    TargetGroups =
                    [
                        new ListenerRuleActionForwardTargetGroupArgs { Arn = target.GroupArn, Weight = 100 },
                        new ListenerRuleActionForwardTargetGroupArgs { Arn = _second.Arn, Weight = 0 },
                    ],
                },
            },
        }, CustomResourceOptions.Merge(child, new CustomResourceOptions { IgnoreChanges = { "actions" } }));

        var role = new ServiceRole(
            $"{name}-shift", "ecs.amazonaws.com", "Lets ECS shift traffic between releases", account, child,
            new Statement(
                "Look", "elasticloadbalancing:DescribeListeners", "elasticloadbalancing:DescribeRules", "elasticloadbalancing:DescribeTargetGroups",
                "elasticloadbalancing:DescribeTargetHealth") { Resources = ["*"] },
            new Statement("Shift", "elasticloadbalancing:ModifyRule") { Resources = [rule.Arn] },
            new Statement("Register", "elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:RegisterTargets")
            {
                Resources = [target.GroupArn, _second.Arn],
            });

        (_ruleArn, _roleArn) = (rule.Arn, role.Arn);
        RequestLabels = new Dictionary<string, Output<string>>
        {
            ["first"] = target.RequestLabel,
            ["second"] = RequestLabel.Of(target.RequestLabel, _second.ArnSuffix),
        };
    }

    /// <summary>How CloudWatch names the requests of the two groups.</summary>
    public IReadOnlyDictionary<string, Output<string>> RequestLabels { get; }

    /// <summary>The part of a service's load balancer settings that lets ECS shift traffic.</summary>
    public ServiceLoadBalancerAdvancedConfigurationArgs Advanced => new()
    {
        AlternateTargetGroupArn = _second.Arn,
        ProductionListenerRule = _ruleArn,
        RoleArn = _roleArn,
    };
}
