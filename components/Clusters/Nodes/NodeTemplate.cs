using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace Platform.Components.Clusters.Nodes;

/// <summary>
/// How a managed node starts. Of its security groups, the cluster's own alone carries the cluster's tag: load balancer
/// controllers refuse nodes with two of them.
/// </summary>
internal static class NodeTemplate
{
    public static LaunchTemplate Of(ClusterSite site, ManagedNodes nodes)
    {
        var args = new LaunchTemplateArgs
        {
            UpdateDefaultVersion = true,
            MetadataOptions = new LaunchTemplateMetadataOptionsArgs
            {
                HttpEndpoint = "enabled",
                HttpTokens = "required",
                HttpPutResponseHopLimit = 1,                     // a pod is one hop further away: it cannot become its node
            },
            VpcSecurityGroupIds = [site.Owner.SecurityGroupId, .. site.Args.Uses.Select(use => use.ClientSecurityGroupId)],
            Monitoring = new LaunchTemplateMonitoringArgs { Enabled = true },
        };

        // Bottlerocket keeps its system on the first device, and what grows on the second.
        if (nodes.Bottlerocket)
        {
            args.BlockDeviceMappings.Add(Disk("/dev/xvda", 4, site.Args.DataKeyArn), Disk("/dev/xvdb", nodes.DiskGiB, site.Args.DataKeyArn));
        }
        else
        {
            args.BlockDeviceMappings.Add(Disk("/dev/xvda", nodes.DiskGiB, site.Args.DataKeyArn));
        }

        if (site.Args.Tags.Count > 0)
        {
            args.TagSpecifications.Add(Tags(site, "instance"), Tags(site, "volume"), Tags(site, "network-interface"));
        }

        return new LaunchTemplate($"{site.Name}-nodes", args, site.After());
    }

    private static LaunchTemplateBlockDeviceMappingArgs Disk(string device, int gib, Input<string> keyArn) => new()
    {
        DeviceName = device,
        Ebs = new LaunchTemplateBlockDeviceMappingEbsArgs
        {
            VolumeType = "gp3",
            VolumeSize = gib,
            Encrypted = "true",
            KmsKeyId = keyArn,
            DeleteOnTermination = "true",
        },
    };

    private static LaunchTemplateTagSpecificationArgs Tags(ClusterSite site, string resourceType) => new()
    {
        ResourceType = resourceType,
        Tags = site.Tags.ToDictionary(tag => tag.Key, tag => tag.Value),
    };
}
