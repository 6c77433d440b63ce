namespace Platform.Components.Workloads;

/// <summary>Where a workload may connect to.</summary>
/// <param name="Cidr">Addresses, such as those of the network's isolated tier; <c>0.0.0.0/0</c> for partners on the internet.</param>
/// <param name="Port">TCP port.</param>
public sealed record Egress(Input<string> Cidr, int Port);
