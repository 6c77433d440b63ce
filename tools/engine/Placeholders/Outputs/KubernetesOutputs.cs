using System.Collections.Frozen;
using Google.Protobuf.WellKnownTypes;
using Platform.Engine.Wire;

namespace Platform.Engine.Placeholders.Outputs;

/// <summary>What the Kubernetes provider adds to an object: its name, its namespace, its identity, and what a controller reports.</summary>
internal static class KubernetesOutputs
{
    /// <summary>The package of its types.</summary>
    public const string Package = "kubernetes";

    private const string DefaultNamespace = "default";

    // The type that changes a part of an object is called after the kind of the object.
    private const string Patch = "Patch";
    private const int NameLimit = 63;

    // Kinds without a namespace (Kubernetes API reference v1.33, `kubectl api-resources --namespaced=false`).
    private static readonly FrozenSet<string> ClusterKinds = FrozenSet.Create(
        StringComparer.Ordinal,
        "APIService", "CertificateSigningRequest", "ClusterRole", "ClusterRoleBinding", "ClusterTrustBundle", "ComponentStatus", "CSIDriver", "CSINode",
        "CustomResourceDefinition", "DeviceClass", "FlowSchema", "IPAddress", "IngressClass", "MutatingAdmissionPolicy", "MutatingAdmissionPolicyBinding",
        "MutatingWebhookConfiguration", "Namespace", "Node", "PersistentVolume", "PriorityClass", "PriorityLevelConfiguration", "ResourceSlice", "RuntimeClass",
        "ServiceCIDR", "StorageClass", "StorageVersion", "StorageVersionMigration", "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding",
        "ValidatingWebhookConfiguration", "VolumeAttachment", "VolumeAttributesClass");

    // Groups with a domain that every cluster serves (Kubernetes API reference v1.33), and those of charts.
    private static readonly FrozenSet<string> OwnGroups = FrozenSet.Create(
        StringComparer.Ordinal,
        "admissionregistration.k8s.io", "apiextensions.k8s.io", "apiregistration.k8s.io", "auditregistration.k8s.io", "authentication.k8s.io", "authorization.k8s.io",
        "certificates.k8s.io", "coordination.k8s.io", "discovery.k8s.io", "events.k8s.io", "flowcontrol.apiserver.k8s.io", "helm.sh", "internal.apiserver.k8s.io",
        "networking.k8s.io", "node.k8s.io", "rbac.authorization.k8s.io", "resource.k8s.io", "scheduling.k8s.io", "settings.k8s.io", "storage.k8s.io", "storagemigration.k8s.io");

    // Charts and manifests: the objects they hold carry the names, they themselves have none.
    private static readonly FrozenSet<string> Bundles = FrozenSet.Create(StringComparer.Ordinal, "Release", "Chart", "ConfigGroup", "ConfigFile");

    /// <summary>Whether a type is a kind that somebody added to a cluster.</summary>
    public static bool IsCustom(string type) =>
        type.Split(':') is [Package, var version, _]
        && version.Split('/') is [var group, _]
        && group.Contains('.', StringComparison.Ordinal)
        && !OwnGroups.Contains(group);

    /// <summary>Completes the outputs of an object and returns its id; <c>null</c> for what is no object of the cluster.</summary>
    public static string? Fill(Subject subject, Struct outputs, Forms forms)
    {
        var kind = subject.Type[(subject.Type.LastIndexOf(':') + 1)..];
        if (Bundles.Contains(kind))
        {
            return null;
        }

        var custom = IsCustom(subject.Type);
        if (!custom && kind.EndsWith("List", StringComparison.Ordinal))
        {
            return "";   // many objects, none of its own
        }

        kind = !custom && kind.EndsWith(Patch, StringComparison.Ordinal) ? kind[..^Patch.Length] : kind;
        FillVersion(subject, outputs, kind);
        var metadata = Metadata(outputs);
        if (metadata is null)
        {
            return "";   // the whole metadata is unknown or secret
        }

        if (!metadata.Fields.ContainsKey("name"))
        {
            metadata.Fields["name"] = Value.ForString(forms.Record("metadata.name", forms.AutoName("metadata.name", NameLimit)));
            Annotate(metadata, "pulumi.com/autonamed", "true");
        }

        // Whether a custom kind lives in namespaces only its definition tells.
        var namespaced = custom ? metadata.Fields.ContainsKey("namespace") : !ClusterKinds.Contains(kind);
        if (namespaced && !metadata.Fields.ContainsKey("namespace"))
        {
            metadata.Fields["namespace"] = Value.ForString(DefaultNamespace);
        }

        if (!metadata.Fields.ContainsKey("uid"))
        {
            metadata.Fields["uid"] = Value.ForString(forms.Record("metadata.uid", forms.Uuid("metadata.uid")));
        }

        FillAddress(subject, outputs, kind, forms);
        FillStatus(subject, outputs, kind, forms);
        var (name, space) = (WireValue.Text(metadata, "name"), WireValue.Text(metadata, "namespace"));
        return name is null || custom && !namespaced || namespaced && space is null ? "" : forms.Record("id", namespaced ? $"{space}/{name}" : name);
    }

    // "kubernetes:apps/v1:Deployment" is apiVersion apps/v1, kind Deployment; the core group has no name on the wire.
    private static void FillVersion(Subject subject, Struct outputs, string kind)
    {
        var group = subject.Type.Split(':')[1];
        outputs.Fields["apiVersion"] = Value.ForString(group.StartsWith("core/", StringComparison.Ordinal) ? group["core/".Length..] : group);
        outputs.Fields["kind"] = Value.ForString(kind);
    }

    private static Struct? Metadata(Struct outputs)
    {
        if (!outputs.Fields.TryGetValue("metadata", out var metadata) || metadata.KindCase == Value.KindOneofCase.NullValue)
        {
            metadata = outputs.Fields["metadata"] = Value.ForStruct(new Struct());
        }

        return metadata.KindCase == Value.KindOneofCase.StructValue && WireValue.Kind(metadata) is null ? metadata.StructValue : null;
    }

    private static void Annotate(Struct metadata, string key, string text)
    {
        if (!metadata.Fields.TryGetValue("annotations", out var annotations))
        {
            annotations = metadata.Fields["annotations"] = Value.ForStruct(new Struct());
        }

        if (annotations.KindCase == Value.KindOneofCase.StructValue && WireValue.Kind(annotations) is null)
        {
            annotations.StructValue.Fields[key] = Value.ForString(text);
        }
    }

    private static void FillAddress(Subject subject, Struct outputs, string kind, Forms forms)
    {
        if (kind == "Service" && outputs.Fields.TryGetValue("spec", out var spec) && spec.KindCase == Value.KindOneofCase.StructValue && WireValue.Kind(spec) is null
            && WireValue.Text(spec.StructValue, "type") != "ExternalName" && !spec.StructValue.Fields.ContainsKey("clusterIP"))
        {
            spec.StructValue.Fields["clusterIP"] = Value.ForString(forms.Record("spec.clusterIP", Address.V4(subject.Source, "spec.clusterIP")));
        }
    }

    // Of all that controllers report, programs read one thing: the host name of a load balancer.
    private static void FillStatus(Subject subject, Struct outputs, string kind, Forms forms)
    {
        var balanced = kind == "Ingress"
            || kind == "Service" && outputs.Fields.TryGetValue("spec", out var spec) && spec.KindCase == Value.KindOneofCase.StructValue && WireValue.Text(spec.StructValue, "type") == "LoadBalancer";
        if (!balanced || subject.Scope is not { Region: { } region, DnsSuffix: { } suffix })
        {
            outputs.Fields.Remove("status");
            return;
        }

        const string Path = "status.loadBalancer.ingress[0].hostname";
        var ingress = new Struct();
        ingress.Fields.Add("hostname", Value.ForString(forms.Record(Path, $"k8s-{forms.Marked(Path)}.elb.{region}.{suffix}")));
        var balancer = new Struct();
        balancer.Fields.Add("ingress", Value.ForList(Value.ForStruct(ingress)));
        var status = new Struct();
        status.Fields.Add("loadBalancer", Value.ForStruct(balancer));
        outputs.Fields["status"] = Value.ForStruct(status);
    }
}
