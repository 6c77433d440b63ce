import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

const ireland = new aws.Provider("ireland", { region: "eu-west-1", allowedAccountIds: ["111122223333"] });
const virginia = new aws.Provider("virginia", { region: "us-east-1", defaultTags: { tags: { team: "edge" } } });
const dice = new random.Provider("dice");

class Site extends pulumi.ComponentResource {
    public readonly content: aws.s3.Bucket;

    constructor(name: string, options?: pulumi.ComponentResourceOptions) {
        super("shop:index:Site", name, {}, options);
        const child = { parent: this };
        this.content = new aws.s3.Bucket(`${name}-content`, {}, child);
        new random.RandomPet(`${name}-label`, {}, child);
        new aws.s3.Bucket(`${name}-logs`, {}, { ...child, provider: virginia });
        this.registerOutputs({ content: this.content.arn });
    }
}

const site = new Site("site", { providers: [ireland, dice] });
const plain = new aws.s3.Bucket("plain");
const child = new aws.s3.BucketVersioning("versions", {
    bucket: site.content.id,
    versioningConfiguration: { status: "Enabled" },
}, { parent: site.content });

export const region = ireland.region;
export const content = site.content.arn;
export const bucket = plain.bucket;
export const versions = child.id;
