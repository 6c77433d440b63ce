import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

class Group extends pulumi.ComponentResource {
    constructor(name: string, options?: pulumi.ComponentResourceOptions) {
        super("shop:index:Group", name, {}, options);
        new random.RandomPet(`${name}-pet`, {}, { parent: this });
        this.registerOutputs();
    }
}

const parent = new Group("before");
new Group("after", { aliases: [{ name: "earlier" }, { type: "shop:old:Group" }] });
new random.RandomPet("pet", {}, {
    parent,
    aliases: [
        { name: "dog" },
        { parent: pulumi.rootStackResource },
        { name: "cat", parent: undefined },
        { project: "farm", stack: "prod" },
        "urn:pulumi:dev::aliases::random:index/randomPet:RandomPet::by-hand",
    ],
});
