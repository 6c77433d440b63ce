using Google.Protobuf.WellKnownTypes;
using Platform.Protocol;
using Platform.Tests.Tools.Engine;

namespace Platform.Tests.Tools.Insights;

/// <summary>What <see cref="ExportedStack"/> has in a cluster: as little as a program has to say.</summary>
internal static class KubernetesStack
{
    public static async Task RegisterAsync(Func<string, string, Struct, Action<RegisterResourceRequest>?, Task<RegisterResourceResponse>> make)
    {
        await make("kubernetes:core/v1:Namespace", "shop", Bag.Of(("apiVersion", "v1"), ("kind", "Namespace")), null);
        var app = Bag.Of(("app", "web"));
        var container = Bag.Of(
            ("args", Bag.List("--first", "--second")), ("image", "nginx:1.29"), ("name", "web"), ("ports", Bag.List(Bag.Of(("containerPort", 80)))),
            ("readinessProbe", Bag.Of(("httpGet", Bag.Of(("path", "/"), ("port", 80))))));
        await make("kubernetes:apps/v1:Deployment", "web", Bag.Of(
            ("apiVersion", "apps/v1"),
            ("kind", "Deployment"),
            ("metadata", Bag.Of(("labels", Bag.Of(("tier", "front"))))),
            ("spec", Bag.Of(
                ("replicas", 2),
                ("selector", Bag.Of(("matchLabels", app))),
                ("template", Bag.Of(("metadata", Bag.Of(("labels", app.Clone()))), ("spec", Bag.Of(("containers", Bag.List(container))))))))), null);
        await make("kubernetes:core/v1:Service", "web", Bag.Of(
            ("apiVersion", "v1"),
            ("kind", "Service"),
            ("metadata", Bag.Of(("name", "web"))),
            ("spec", Bag.Of(("ports", Bag.List(Bag.Of(("port", 80)))), ("selector", app.Clone())))), null);
    }
}
