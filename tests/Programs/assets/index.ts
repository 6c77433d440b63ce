import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const bucket = new aws.s3.Bucket("files");
const upload = (name: string, source: pulumi.asset.Asset | pulumi.asset.Archive) =>
    new aws.s3.BucketObjectv2(name, { bucket: bucket.id, key: name, source });

upload("text", new pulumi.asset.StringAsset("<h1>shop</h1>"));
upload("file", new pulumi.asset.FileAsset("./page.html"));
upload("remote", new pulumi.asset.RemoteAsset("https://example.com/logo.svg"));
upload("folder", new pulumi.asset.FileArchive("."));
upload("far", new pulumi.asset.RemoteArchive("https://example.com/site.zip"));
upload("mixed", new pulumi.asset.AssetArchive({
    "index.js": new pulumi.asset.StringAsset("exports.handler = async () => 200;"),
    pages: new pulumi.asset.AssetArchive({ "page.html": new pulumi.asset.FileAsset("./page.html") }),
}));
upload("later", new pulumi.asset.StringAsset("plain"));
new aws.s3.BucketObjectv2("computed", { bucket: bucket.id, source: bucket.arn.apply(arn => new pulumi.asset.StringAsset(arn)) });
