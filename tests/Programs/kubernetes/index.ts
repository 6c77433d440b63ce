import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";

const cluster = new k8s.Provider("cluster", { kubeconfig: pulumi.secret("{}"), namespace: "shop" });
const options = { provider: cluster };
const labels = { app: "web" };

const namespace = new k8s.core.v1.Namespace("shop", {}, options);
const settings = new k8s.core.v1.ConfigMap("settings", {
    metadata: { namespace: namespace.metadata.name },
    data: { size: "10" },
}, options);
const credentials = new k8s.core.v1.Secret("credentials", { stringData: { password: "correct horse" } }, options);
const deployment = new k8s.apps.v1.Deployment("web", {
    metadata: { name: "web", namespace: namespace.metadata.name },
    spec: {
        replicas: 2,
        selector: { matchLabels: labels },
        template: {
            metadata: { labels },
            spec: {
                containers: [{
                    name: "web",
                    image: "nginx:1.27",
                    envFrom: [{ configMapRef: { name: settings.metadata.name } }, { secretRef: { name: credentials.metadata.name } }],
                }],
            },
        },
    },
}, { ...options, deleteBeforeReplace: true });
const service = new k8s.core.v1.Service("web", {
    metadata: { namespace: namespace.metadata.name },
    spec: { selector: labels, ports: [{ port: 80 }], type: "LoadBalancer" },
}, { ...options, dependsOn: deployment });
new k8s.apiextensions.CustomResource("certificate", {
    apiVersion: "cert-manager.io/v1",
    kind: "Certificate",
    metadata: { name: "web" },
    spec: { dnsNames: ["shop.example.com"] },
}, options);

export const namespaceName = namespace.metadata.name;
export const deploymentName = deployment.metadata.name;
export const address = service.status.loadBalancer.ingress[0].hostname;
