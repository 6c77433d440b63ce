import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

// Not a program but the process behind elsewhere:index:Thing: what --component starts.
class Thing extends pulumi.ComponentResource {
    public readonly address: pulumi.Output<string>;

    constructor(name: string, inputs: pulumi.Inputs, options?: pulumi.ComponentResourceOptions) {
        super("elsewhere:index:Thing", name, inputs, options);
        const pet = new random.RandomPet(`${name}-pet`, { prefix: pulumi.output(inputs.labels).apply((labels: string[]) => labels[0]) }, { parent: this });
        this.address = pulumi.interpolate`https://${pet.id}.example.com`;
        this.registerOutputs({ address: this.address });
    }
}

class Elsewhere implements pulumi.provider.Provider {
    public readonly version = "1.0.0";

    async construct(name: string, type: string, inputs: pulumi.Inputs, options: pulumi.ComponentResourceOptions): Promise<pulumi.provider.ConstructResult> {
        if (type !== "elsewhere:index:Thing") {
            throw new Error(`there is no ${type} elsewhere`);
        }
        const thing = new Thing(name, inputs, options);
        return { urn: thing.urn, state: { address: thing.address } };
    }
}

pulumi.provider.main(new Elsewhere(), process.argv.slice(2));
