using Platform.Components.Clusters.Nodes;
using Platform.Components.Network;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;

namespace Platform.Components.Clusters;

/// <summary>The settings of the control plane; nothing here is a choice, except what <see cref="KubernetesClusterArgs"/> offers.</summary>
internal static class ControlPlane
{
    private static readonly string[] EveryLog = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

    public static ClusterArgs Of(string name, KubernetesClusterArgs args, Input<string> roleArn)
    {
        var auto = args.Compute is AutoMode;
        var access = new ClusterVpcConfigArgs
        {
            SubnetIds = args.Network.SubnetIds(SubnetTier.Private),
            EndpointPrivateAccess = true,
            EndpointPublicAccess = args.PublicAccessCidrs.Count > 0,
        };
        if (args.PublicAccessCidrs.Count > 0)
        {
            access.PublicAccessCidrs = args.PublicAccessCidrs.ToArray();     // EKS takes no list of nobody, and keeps one of its own
        }

        return new()
        {
            Name = name,
            Version = args.Version,
            RoleArn = roleArn,
            DeletionProtection = args.Protect ?? true,
            EnabledClusterLogTypes = EveryLog,

            // The add-ons come by the EKS API, with versions; EKS would put unmanaged copies in their place.
            BootstrapSelfManagedAddons = false,
            AccessConfig = new ClusterAccessConfigArgs { AuthenticationMode = "API", BootstrapClusterCreatorAdminPermissions = false },
            EncryptionConfig = new ClusterEncryptionConfigArgs
            {
                Provider = new ClusterEncryptionConfigProviderArgs { KeyArn = args.DataKeyArn },
                Resources = ["secrets"],
            },
            VpcConfig = access,

            // Standard support only: extended support costs six times as much, and hides that an upgrade is due.
            UpgradePolicy = new ClusterUpgradePolicyArgs { SupportType = "STANDARD" },
            ZonalShiftConfig = new ClusterZonalShiftConfigArgs { Enabled = true },

            // Auto Mode is three switches, which EKS takes in the same position only.
            ComputeConfig = new ClusterComputeConfigArgs { Enabled = auto },
            StorageConfig = new ClusterStorageConfigArgs { BlockStorage = new ClusterStorageConfigBlockStorageArgs { Enabled = auto } },
            KubernetesNetworkConfig = new ClusterKubernetesNetworkConfigArgs
            {
                ServiceIpv4Cidr = args.ServiceAddresses(name),
                ElasticLoadBalancing = new ClusterKubernetesNetworkConfigElasticLoadBalancingArgs { Enabled = auto },
            },
        };
    }
}
