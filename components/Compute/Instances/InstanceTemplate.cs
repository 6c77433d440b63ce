using System.Text;
using Platform.Components.Compute.Instances.Boot;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace Platform.Components.Compute.Instances;

/// <summary>The launch template: what every machine of a fleet looks like.</summary>
internal static class InstanceTemplate
{
    public const int DefaultVolumeGiB = 20;

    /// <summary>Where Amazon Linux 2023 keeps its root volume.</summary>
    private const string RootDevice = "/dev/xvda";

    public static LaunchTemplateArgs Args(
        AutoScalingServiceArgs args, Input<string> profileArn, Input<string> securityGroupId, Input<string> volumeKeyArn, Output<BootPlan> boot) => new()
    {
        ImageId = args.MachineImageId,
        UserData = boot.Apply(plan => Convert.ToBase64String(Encoding.UTF8.GetBytes(BootScript.Render(plan)))),
        UpdateDefaultVersion = true,
        EbsOptimized = "true",

        // No key pair: people come in through Session Manager, which asks IAM and writes down who did what.
        IamInstanceProfile = new LaunchTemplateIamInstanceProfileArgs { Arn = profileArn },
        MetadataOptions = new LaunchTemplateMetadataOptionsArgs
        {
            HttpEndpoint = "enabled",
            HttpTokens = "required",
            HttpPutResponseHopLimit = 1,
            HttpProtocolIpv6 = "disabled",
            InstanceMetadataTags = "disabled",
        },
        Monitoring = new LaunchTemplateMonitoringArgs { Enabled = true },
        NetworkInterfaces = new LaunchTemplateNetworkInterfaceArgs
        {
            DeviceIndex = 0,
            AssociatePublicIpAddress = "false",
            DeleteOnTermination = "true",
            SecurityGroups = [securityGroupId, .. args.Uses.Select(use => use.ClientSecurityGroupId)],
        },
        BlockDeviceMappings = new LaunchTemplateBlockDeviceMappingArgs
        {
            DeviceName = RootDevice,
            Ebs = new LaunchTemplateBlockDeviceMappingEbsArgs
            {
                VolumeType = "gp3",
                VolumeSize = args.VolumeGiB ?? DefaultVolumeGiB,
                Encrypted = "true",
                KmsKeyId = volumeKeyArn,
                DeleteOnTermination = "true",
            },
        },
        TagSpecifications = [Tagged("instance", args), Tagged("volume", args), Tagged("network-interface", args)],
    };

    private static LaunchTemplateTagSpecificationArgs Tagged(string kind, AutoScalingServiceArgs args)
    {
        var tags = new InputMap<string>();
        foreach (var (key, value) in args.InstanceTags.OrderBy(tag => tag.Key, StringComparer.Ordinal))
        {
            tags.Add(key, value);
        }

        return new LaunchTemplateTagSpecificationArgs { ResourceType = kind, Tags = tags };
    }
}
