using Platform.Components.Clusters.Access;
using Platform.Components.Clusters.Nodes;
using Platform.Components.Network.Addresses;

namespace Platform.Components.Clusters;

/// <summary>Combinations EKS would refuse halfway through, or accept and regret; found before a child is registered.</summary>
internal static class ClusterRules
{
    private const string DefaultServiceCidr = "172.20.0.0/16";

    extension(KubernetesCluster self)
    {
        /// <summary>The release asked for, if everything else fits.</summary>
        public ClusterRelease Check(KubernetesClusterArgs args)
        {
            var release = ClusterRelease.Of(args.Version);
            var versions = string.Join(", ", ClusterRelease.Reviewed.Select(known => known.Version));
            self.Require(
                release is not null,
                $"version is {args.Version}, but must be one of {versions}; a version enters ClusterRelease together with reviewed add-on versions.");

            foreach (var addOn in args.AddOnVersions.Keys)
            {
                self.Require(release!.AddOns.ContainsKey(addOn), $"addOnVersions names '{addOn}', but must name one of {string.Join(", ", release.AddOns.Keys)}.");
            }

            self.Require(
                args.Uses.Count <= 4,
                $"uses {args.Uses.Count} connections, but a node has 5 security groups and one is the cluster's; use one cluster for each domain.");
            self.CheckAccess(args);
            self.CheckDoors(args);
            self.CheckCompute(args);
            return release!;
        }

        private void CheckAccess(KubernetesClusterArgs args)
        {
            self.Require(args.Access.Values.Any(entry => entry.Level == AccessLevel.ClusterAdmin),
                "access names no ClusterAdmin, and the creator is none: nobody could enter. Name the role that deploys.");
            foreach (var (who, entry) in args.Access)
            {
                self.Require(entry.Level == AccessLevel.View || entry.Namespaces.Count == 0 == (entry.Level == AccessLevel.ClusterAdmin),
                    entry.Level == AccessLevel.ClusterAdmin
                        ? $"access '{who}' is ClusterAdmin of some namespaces, but there is no such thing; make it NamespaceAdmin."
                        : $"access '{who}' is {entry.Level} without namespaces; name them, or make it ClusterAdmin.");
            }
        }

        private void CheckDoors(KubernetesClusterArgs args)
        {
            foreach (var cidr in args.PublicAccessCidrs)
            {
                self.Require(Ipv4Block.TryParse(cidr, out var block) && block.Prefix >= 16,
                    $"publicAccessCidrs has '{cidr}', but takes blocks of /16 or smaller: an office's, a runner's. "
                    + "Or leave it out, and run pulumi in the network.");
            }

            self.Require(args.PublicAccessCidrs.Count == 0 || args.Protect == false,
                "publicAccessCidrs opens the API of a protected cluster to the internet; run pulumi in the network and name its security group in apiClients.");
            var services = args.ServiceCidr ?? DefaultServiceCidr;
            self.Require(Ipv4Block.TryParse(services, out var addresses) && addresses.Prefix is >= 12 and <= 24,
                $"serviceCidr is '{services}', but must be a private block from /12 to /24, such as {DefaultServiceCidr}.");
        }

        private void CheckKarpenter(ManagedNodes nodes)
        {
            if (nodes.Karpenter is not { } karpenter)
            {
                return;
            }

            self.InRange("compute.karpenter.maxCpus", karpenter.MaxCpus, min: 2, max: 10_000);
            self.Require(
                nodes.Release is { } release && release.Split('-') is [{ Length: > 0 }, { Length: > 0 }],
                $"compute.release is '{nodes.Release}', but Karpenter needs one such as 1.35.2-20260310: nodes of a moving image would be replaced on AWS's day.");
            self.Require(
                nodes.WorkingHours is null,
                "compute.workingHours would take Karpenter away before its nodes, which nobody would stop then; set the working hours of the workloads instead.");
        }

        private void CheckCompute(KubernetesClusterArgs args)
        {
            if (args.Compute is AutoMode auto)
            {
                self.InRange("compute.maxCpus", auto.MaxCpus, min: 2, max: 10_000);
            }
            else if (args.Compute is ManagedNodes nodes)
            {
                var zones = args.Network.Zones.Count;
                self.InRange("compute.max", nodes.Max, min: zones, max: 450);
                self.Require(nodes.Min >= zones && nodes.Min <= nodes.Max,
                    $"compute.min is {nodes.Min}, but must be {zones} to {nodes.Max}: a node in each of the {zones} zones, and no more than compute.max.");
                self.InRange("compute.diskGiB", nodes.DiskGiB, min: 20, max: 1000);
                self.Require(nodes.InstanceTypes.Count > 0, "compute.instanceTypes names none, but needs one at least.");
                self.Require(
                    !nodes.Spot || nodes.InstanceTypes.Count >= 3,
                    $"compute.instanceTypes has {nodes.InstanceTypes.Count} types, but needs 3 for spot: one kind of spare capacity runs out for all nodes at once.");
                self.CheckKarpenter(nodes);
                foreach (var type in nodes.InstanceTypes)
                {
                    self.Require(IsGraviton(type) == (nodes.Architecture == NodeArchitecture.Arm64),
                        $"compute.instanceTypes has {type}, but compute.architecture is {nodes.Architecture}; images run on one of the two only.");
                }
            }
        }
    }

    extension(KubernetesClusterArgs args)
    {
        /// <summary>The addresses of services; an error if they lie in the network, whose hosts they would hide.</summary>
        public Output<string> ServiceAddresses(string cluster) => args.Network.Cidr.Apply(cidr =>
        {
            var services = args.ServiceCidr ?? DefaultServiceCidr;
            return Ipv4Block.TryParse(cidr, out var network) && network.Overlaps(Ipv4Block.Parse(services))
                ? throw new RunException($"KubernetesCluster '{cluster}': serviceCidr {services} overlaps the network {cidr}; name another, such as 10.100.0.0/16 or 172.20.0.0/16.")
                : services;
        });

        /// <summary>Where EKS puts name server and API among the services.</summary>
        public (Output<string> Dns, Output<string> Api) ServiceHosts() => ServiceHosts(Output.Create(args.ServiceCidr ?? DefaultServiceCidr));
    }

    /// <summary>Name server and API of a cluster: the tenth and the first address of its services.</summary>
    public static (Output<string> Dns, Output<string> Api) ServiceHosts(Output<string> services) => (Host(services, 10), Host(services, 1));

    private static Output<string> Host(Output<string> services, int number) =>
        services.Apply(cidr => Ipv4Block.Parse(cidr).Part(32, number).ToString());

    // Graviton families have a g after the generation: m7g, c8gn, t4g, r6gd.
    private static bool IsGraviton(string instanceType)
    {
        var family = instanceType.Split('.')[0];
        var generation = family.IndexOfAny([.. "0123456789"]);
        return generation >= 0 && family.AsSpan(generation + 1).Contains('g');
    }
}
