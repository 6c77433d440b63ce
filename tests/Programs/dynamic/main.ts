import * as pulumi from "@pulumi/pulumi";
import { suffix } from "./suffix.js";

const counter: pulumi.dynamic.ResourceProvider = {
    async create(inputs: { start: number }) {
        return { id: `counter-${inputs.start}`, outs: { next: inputs.start + 1 } };
    },
};

class Counter extends pulumi.dynamic.Resource {
    declare public readonly next: pulumi.Output<number>;

    constructor(name: string, start: pulumi.Input<number>, options?: pulumi.CustomResourceOptions) {
        super(counter, name, { start, next: undefined }, options);
    }
}

// Only an ES module may wait here, and import what it chooses while it runs.
const { RandomPet } = await import("@pulumi/random");
const names = await Promise.resolve(["first", "second"]);
const pets = names.map(name => new RandomPet(`${name}${suffix}`));
const count = new Counter("count", 41);

export const next = count.next;
export const pet = pets[0].id;
export const directory = import.meta.url.split("/").slice(-2).join("/");
