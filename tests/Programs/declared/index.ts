import * as aws from "@pulumi/aws";
import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import * as tls from "@pulumi/tls";

const orders = new aws.dax.Cluster("orders", {
    clusterName: "orders",
    iamRoleArn: "arn:aws:iam::123456789012:role/dax",
    nodeType: "dax.t3.small",
    replicationFactor: 3,
    serverSideEncryption: { enabled: true },
});
const flow = new aws.sfn.Activity("flow");
const key = new tls.PrivateKey("key", { algorithm: "ED25519" });
const ticket = new random.RandomUuid("ticket");
const reader = new random.RandomPet("reader", {
    keepers: {
        address: pulumi.interpolate`dax://${orders.clusterAddress}`,
        arn: flow.arn.apply(arn => arn.split(":")[5]),
        public: key.publicKeyPem,
    },
});
new kubernetes.coordination.v1.Lease("leader", { spec: { holderIdentity: ticket.result } });
new kubernetes.node.v1.RuntimeClass("sandboxed", { handler: "gvisor" });
new kubernetes.apiextensions.CustomResource("door", { apiVersion: "gateway.networking.k8s.io/v1", kind: "Gateway", spec: {} });
new aws.dax.SubnetGroup("mistaken", { subnetIds: "subnet-1" as any });
// Nobody declares this one.
new pulumi.CustomResource("acme:index/thing:Thing", "thing", {}, {});

export = async () => {
    const authority = await aws.acmpca.getCertificateAuthority({ arn: "arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/1" });
    return { ports: orders.port, nodes: orders.nodes, secret: key.privateKeyPem, authority: authority.certificateChain, pet: reader.id };
};
