import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

interface TierArgs {
    size: pulumi.Input<number>;
}

class Machine extends pulumi.ComponentResource {
    public readonly label: pulumi.Output<string>;

    constructor(name: string, options?: pulumi.ComponentResourceOptions) {
        super("shop:index:Machine", name, {}, options);
        const pet = new random.RandomPet(`${name}-pet`, { length: 3 }, { parent: this });
        this.label = pulumi.interpolate`machine ${pet.id}`;
        this.registerOutputs({ label: this.label });
    }
}

class Tier extends pulumi.ComponentResource {
    public readonly labels: pulumi.Output<string[]>;

    constructor(name: string, args: TierArgs, options?: pulumi.ComponentResourceOptions) {
        super("shop:index:Tier", name, args, options);
        const machines = ["a", "b"].map(zone => new Machine(`${name}-${zone}`, { parent: this }));
        this.labels = pulumi.all(machines.map(machine => machine.label));
        this.registerOutputs({ labels: this.labels });
    }
}

// Its code is somewhere else: all this program knows of it is its token.
class Elsewhere extends pulumi.ComponentResource {
    public readonly address!: pulumi.Output<string>;

    constructor(name: string, args: pulumi.Inputs, options?: pulumi.ComponentResourceOptions) {
        super("elsewhere:index:Thing", name, { address: undefined, ...args }, options, true);
    }
}

const tier = new Tier("web", { size: 2 });
const thing = new Elsewhere("thing", { labels: tier.labels, tier });
const last = new random.RandomId("last", { byteLength: 4, keepers: { address: thing.address } }, { dependsOn: [tier] });

export const labels = tier.labels;
export const address = thing.address;
export const lastId = last.hex;
