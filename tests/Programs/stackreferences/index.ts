import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

const network = new pulumi.StackReference("organization/network/dev");
const named = new pulumi.StackReference("base", { name: "organization/base/dev" });

const consumer = new random.RandomPet("consumer", {
    prefix: network.requireOutput("vpcId"),
    keepers: { subnets: network.getOutput("subnetIds").apply(ids => (ids as string[]).join(",")), password: named.getOutput("password") },
});

export = async () => ({
    vpc: network.requireOutput("vpcId"),
    zones: (await network.getOutputDetails("zones")).value,
    secret: (await named.getOutputDetails("password")).secretValue !== undefined,
    absent: network.getOutput("absent").apply(value => value ?? "nothing"),
    consumer: consumer.id,
});
