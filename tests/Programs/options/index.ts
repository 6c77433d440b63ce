import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

class Group extends pulumi.ComponentResource {
    public readonly pet: random.RandomPet;

    constructor(name: string, options?: pulumi.ComponentResourceOptions) {
        super("shop:index:Group", name, {}, options);
        this.pet = new random.RandomPet(`${name}-pet`, { length: 3 }, { parent: this });
        this.registerOutputs({ pet: this.pet.id });
    }
}

const before = new pulumi.ResourceHook("note", async args => pulumi.log.info(`about to make ${args.urn}`), { onDryRun: true });
const after = new pulumi.ResourceHook("count", async args => {
    throw new Error(`${args.name} is one too many`);
}, { onDryRun: true, ignoreErrors: true });
const later = new pulumi.ResourceHook("later", async () => pulumi.log.error("a preview must not run this"));
const failed = new pulumi.ErrorHook("failed", async () => {
    pulumi.log.error("a preview must not run this");
    return false;
});
const dice = new random.Provider("dice", {}, { envVarMappings: { DICE_TOKEN: "RANDOM_TOKEN", DICE_HOME: "RANDOM_HOME" } });
const group = new Group("group", {
    providers: [dice],
    protect: true,
    aliases: [{ name: "team" }],
    transformations: [({ type, props, opts }) =>
        type === "random:index/randomPet:RandomPet" ? { props: { ...props, separator: "_" }, opts } : undefined],
});
const ordered = new random.RandomPet("ordered", { prefix: group.pet.id }, { dependsOn: [group] });
const full = new random.RandomPet("full", { keepers: { size: "small" } }, {
    protect: true,
    retainOnDelete: true,
    ignoreChanges: ["length", "keepers.size"],
    replaceOnChanges: ["prefix"],
    deleteBeforeReplace: true,
    additionalSecretOutputs: ["separator"],
    customTimeouts: { create: "5m", update: "10m", delete: "1h" },
    version: "4.20.0",
    pluginDownloadURL: "https://example.com/plugins",
    hideDiffs: ["keepers"],
    replacementTrigger: { release: 7, key: pulumi.secret("hush-hush") },
    provider: dice,
    aliases: [{ name: "whole" }, { parent: group }, { type: "random:index/pet:Pet" }, { project: "old", stack: "old" }, "urn:pulumi:dev::options::random:index/randomPet:RandomPet::by-hand"],
});
new random.RandomPet("adopted", {}, { import: "happy-cat" });
new random.RandomPet("tied", {}, { parent: ordered, deletedWith: full, replaceWith: [ordered], aliases: [{ parent: pulumi.rootStackResource }, { parent: group.urn }] });
new random.RandomPet("changed", {}, {
    transforms: [({ props, opts }) => ({ props: { ...props, length: 4 }, opts: pulumi.mergeOptions(opts, { retainOnDelete: true }) })],
});
new random.RandomPet("hooked", {}, {
    hooks: {
        beforeCreate: [before],
        afterCreate: [after],
        beforeUpdate: [later],
        afterUpdate: [before, later],
        beforeDelete: [later],
        afterDelete: [later],
        onError: [failed],
    },
});
new random.RandomPet("migrated", {}, {
    stateMigrations: [args => {
        throw new Error(`a plan has no state of ${args.urn}`);
    }, () => undefined],
});
new random.RandomPet("slow", {}, { customTimeouts: { read: "1m" } });
const read = random.RandomPet.get("read", "sad-dog");
const again = ordered.urn.apply(urn => new random.RandomPet("again", {}, { urn }).id);
const password = new random.RandomPassword("password", { length: 20 });

export const groupPet = group.pet.id;
export const readId = read.id;
export const sameId = again;
export const secret = password.result;
export const letters = pulumi.all([password.length, full.separator]).apply(([length]) => length);
