using Platform.Components.Identity;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Aws.Iam;

namespace Platform.Components.Network.Gateways;

/// <summary>
/// One small machine that translates addresses. Address and interface outlive it: EC2 moves it to other hardware by itself when its
/// host fails, and a replacement made by a deployment takes over both, so that routes never change.
/// </summary>
internal sealed class NatInstance
{
    private const string Script = """
        #!/bin/bash
        set -euo pipefail
        echo net.ipv4.ip_forward=1 > /etc/sysctl.d/90-nat.conf
        sysctl --system
        dnf install --assumeyes iptables-services
        way_out=$(ip -o route show default | awk '{print $5; exit}')
        iptables --flush FORWARD
        iptables --table nat --append POSTROUTING --out-interface "$way_out" --jump MASQUERADE
        service iptables save
        systemctl enable --now iptables
        """;

    public NatInstance(
        string name,
        Vpc vpc,
        Input<string> publicSubnetId,
        PrivateNetworkArgs args,
        CallerAccount account,
        CustomResourceOptions child)
    {
        var firewall = new Firewall(name, vpc.Id, "NAT instance", child);
        firewall.AdmitAll("network", Peer.Block(vpc.CidrBlock), "What the network sends to the internet");
        firewall.PermitAll("internet", Peer.Block("0.0.0.0/0"), "The internet");

        var port = new NetworkInterface(name, new()
        {
            SubnetId = publicSubnetId,
            SecurityGroups = firewall.Id,
            SourceDestCheck = false,    // a router carries packets that are neither from it nor to it
            Description = "NAT instance",
            Tags = { ["Name"] = name },
        }, child);
        var address = new Eip(name, new() { Domain = "vpc", NetworkInterface = port.Id, Tags = { ["Name"] = name } }, child);

        var machine = new Instance(name, new()
        {
            Ami = args.NatImageId!,
            InstanceType = "t4g.nano",
            IamInstanceProfile = Profile(name, account, child).Name,
            PrimaryNetworkInterface = new InstancePrimaryNetworkInterfaceArgs { NetworkInterfaceId = port.Id },
            MetadataOptions = new InstanceMetadataOptionsArgs
            {
                HttpEndpoint = "enabled", HttpTokens = "required", HttpPutResponseHopLimit = 1,
            },
            RootBlockDevice = new InstanceRootBlockDeviceArgs { VolumeType = "gp3", VolumeSize = 8, Encrypted = true, KmsKeyId = args.DiskKeyArn! },
            CreditSpecification = new InstanceCreditSpecificationArgs { CpuCredits = "standard" },
            MaintenanceOptions = new InstanceMaintenanceOptionsArgs { AutoRecovery = "default" },
            EbsOptimized = true,
            Monitoring = true,
            UserData = Script,
            UserDataReplaceOnChange = true,
            Tags = { ["Name"] = name },
        }, CustomResourceOptions.Merge(child, new CustomResourceOptions
        {
            DependsOn = { address },        // the script downloads a package: without the address there is no internet
        }));

        (InterfaceId, InstanceId) = (port.Id, machine.Id);
    }

    public Output<string> InterfaceId { get; }

    public Output<string> InstanceId { get; }

    private static InstanceProfile Profile(string name, CallerAccount account, CustomResourceOptions child)
    {
        var role = new ServiceRole(name, "ec2.amazonaws.com", "NAT instance: managed through Session Manager, no SSH", account, child);
        new RolePolicyAttachment(name, new()
        {
            Role = role.Name,
            PolicyArn = Output.Format($"arn:{account.Partition}:iam::aws:policy/AmazonSSMManagedInstanceCore"),
        }, child);
        return new InstanceProfile(name, new() { Role = role.Name }, child);
    }
}
