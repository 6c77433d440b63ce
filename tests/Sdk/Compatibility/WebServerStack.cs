using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace Platform.Tests.Sdk.Compatibility;

/// <summary>A program as a user writes it: a data source, two resources, outputs.</summary>
internal sealed class WebServerStack : Stack
{
    public WebServerStack()
    {
        var image = GetAmi.Invoke(new GetAmiInvokeArgs
        {
            MostRecent = true,
            Owners = { "137112412989" },
            Filters = { new GetAmiFilterInputArgs { Name = "name", Values = { "al2023-ami-*-arm64" } } },
        });
        var firewall = new SecurityGroup("web-firewall", new SecurityGroupArgs
        {
            Ingress =
            {
                new SecurityGroupIngressArgs { Protocol = "tcp", FromPort = 443, ToPort = 443, CidrBlocks = { "10.0.0.0/8" } },
            },
        });
        var server = new Instance("web-server", new InstanceArgs
        {
            Ami = image.Apply(found => found.Id),
            InstanceType = "t4g.small",
            VpcSecurityGroupIds = { firewall.Id },
            Tags = { ["Name"] = "web", ["Stack"] = Deployment.Instance.StackName },
        });

        Address = Output.Format($"https://{server.PrivateIp}/");
        ServerArn = server.Arn;
    }

    [Output]
    public Output<string> Address { get; set; }

    [Output("arn")]
    public Output<string> ServerArn { get; set; }
}
