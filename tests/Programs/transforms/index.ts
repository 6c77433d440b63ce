import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

// Registered first: applies to everything that follows, after what is nearer to the resource.
pulumi.runtime.registerResourceTransform(({ custom, type, props, opts }) =>
    custom && type.startsWith("aws:s3/")
        ? { props: { ...props, tags: { ...props.tags, order: `${props.tags?.order ?? ""}stack` } }, opts }
        : undefined);
pulumi.runtime.registerInvokeTransform(({ token, args, opts }) =>
    token === "aws:index/getRegion:getRegion" ? { args: { ...args, region: "ap-south-1" }, opts } : undefined);

class Archive extends pulumi.ComponentResource {
    public readonly bucket: aws.s3.Bucket;

    constructor(name: string, options?: pulumi.ComponentResourceOptions) {
        super("shop:index:Archive", name, {}, options);
        this.bucket = new aws.s3.Bucket(`${name}-files`, { tags: { order: "" } }, {
            parent: this,
            transforms: [async ({ props, opts }) => {
                await new Promise(resolve => setTimeout(resolve, 5));
                return { props: { ...props, tags: { order: `${props.tags.order}own,` } }, opts: { ...opts, protect: true } };
            }],
        });
        this.registerOutputs();
    }
}

const archive = new Archive("archive", {
    transforms: [({ type, name, props, opts }) => {
        if (type !== "aws:s3/bucket:Bucket") {
            return undefined;
        }
        return {
            props: { ...props, bucket: name, tags: { ...props.tags, order: `${props.tags.order}parent,` } },
            opts: pulumi.mergeOptions(opts, { ignoreChanges: ["tags"] }),
        };
    }],
});
const loose = new aws.s3.Bucket("loose", { tags: { owner: "nobody" } });

export const region = aws.getRegionOutput().region;
export const name = archive.bucket.bucket;
export const arn = loose.arn;
