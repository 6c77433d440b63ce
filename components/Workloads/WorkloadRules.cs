using Platform.Components.Compute.Images;
using Platform.Components.Entry;

namespace Platform.Components.Workloads;

/// <summary>What a workload cannot be, found before a child is registered.</summary>
internal static class WorkloadRules
{
    extension(KubernetesWorkload self)
    {
        /// <summary>Goes on only if everything fits.</summary>
        public void Check(KubernetesWorkloadArgs args, string name)
        {
            self.RequireLabel("name", name, max: 40);
            self.Require(
                ContainerImage.IsPinned(args.Image),
                $"image is '{args.Image}', but must end in a digest, as in registry/name@sha256:…; a tag may name another image tomorrow.");
            self.Require(
                args.Target.Kind == TargetKind.Address,
                "target takes machines, but pods have addresses of their own; give the load balancer targets of kind Address.");
            self.InRange("cpuMillis", args.CpuMillis, min: 10, max: 96_000);
            self.InRange("memoryMiB", args.MemoryMiB, min: 32, max: 393_216);
            self.InRange("minPods", args.MinPods, min: 1, max: 1_000);
            self.InRange("maxPods", args.MaxPods, min: args.MinPods, max: 1_000);
            foreach (var path in (string?[])[args.HealthPath, args.ReadyPath])
            {
                self.Require(path is null or ['/', ..], $"healthPath or readyPath is '{path}', but must begin with a slash, as in /healthz.");
            }

            self.CheckConnections(args);
            self.CheckHours(args);
        }

        private void CheckConnections(KubernetesWorkloadArgs args)
        {
            foreach (var (key, egress) in args.ConnectsTo)
            {
                self.InRange($"connectsTo.{key}.port", egress.Port, min: 1, max: 65_535);
            }

            self.Require(
                args.Uses.All(args.Cluster.Uses.Contains),
                "uses a connection its cluster does not; add it to the cluster's uses, since nodes, not pods, are members of security groups.");
            self.Require(
                args.Cluster.HasSecretFiles || args.Uses.All(use => use.Secrets.IsEmpty),
                "uses a secret, but its cluster has no driver that hands secrets to pods; install the add-on "
                + $"{Clusters.AddOn.SecretsStore} and say hasSecretFiles, or use a connection whose secret the program reads itself.");
            foreach (var twice in args.ConnectsTo.Keys.Concat(args.Uses.Select(use => use.Name)).GroupBy(key => key).Where(key => key.Count() > 1))
            {
                self.Require(false, $"'{twice.Key}' is named twice in uses and connectsTo; what is used may be connected to, so leave it out of connectsTo.");
            }
        }

        private void CheckHours(KubernetesWorkloadArgs args)
        {
            self.Require(
                args.WorkingHours is null || args.Cluster.WorkingHours is null,
                "workingHours are set, but the nodes of its cluster have working hours already, and take the pods with them; leave them out here.");
            self.Require(
                args.WorkingHours is null == args.KubectlImage is null,
                args.KubectlImage is null
                    ? "workingHours are set without kubectlImage, with which a job takes the pods away; name an image that has kubectl, by digest."
                    : "kubectlImage is set without workingHours, so nothing would run it; set both or neither.");
            self.Require(
                args.KubectlImage is null || ContainerImage.IsPinned(args.KubectlImage),
                $"kubectlImage is '{args.KubectlImage}', but must end in a digest, as in registry/name@sha256:…; a tag may name another image tomorrow.");
        }
    }
}
