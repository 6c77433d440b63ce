using Platform.Components.Network;

namespace Platform.Components.Entry;

/// <summary>What a caller may choose; <see cref="WebLoadBalancer"/> decides the rest.</summary>
public sealed class WebLoadBalancerArgs : ResourceArgs
{
    /// <summary>Network to stand in.</summary>
    public required INetwork Network { get; init; }

    /// <summary>Certificate to answer with; without one there is no load balancer, since there is no plain HTTP service.</summary>
    [Input("certificateArn", required: true)] public required Input<string> CertificateArn { get; init; }

    /// <summary>Who may reach it.</summary>
    public required AllowedSource AllowFrom { get; init; }

    /// <summary>Whether it has addresses on the internet. Default: false, for those that CloudFront reaches through a VPC origin.</summary>
    [Input("internetFacing")] public bool InternetFacing { get; init; }

    /// <summary>Port the targets listen on, 1024 to 65535. Default: 8080.</summary>
    [Input("targetPort")] public int? TargetPort { get; init; }

    /// <summary>What the targets are. Default: addresses, as tasks and pods have.</summary>
    public TargetKind Targets { get; init; }

    /// <summary>Kubernetes cluster whose pods are the targets, by its name in AWS; the cluster may register none otherwise. Default: none.</summary>
    [Input("podsOf")] public string? PodsOf { get; init; }

    /// <summary>Path that a healthy target answers with 200. Default: <c>/healthz</c>.</summary>
    [Input("healthPath")] public string? HealthPath { get; init; }

    /// <summary>Days its logs are kept, 1 to 3650.</summary>
    [Input("logRetentionDays", required: true)] public required int LogRetentionDays { get; init; }

    /// <summary>Whether it, and its logs, survive an attempt to delete them. Default: true.</summary>
    [Input("protected")] public bool? Protected { get; init; }
}
