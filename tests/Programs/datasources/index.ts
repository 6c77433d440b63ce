import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const bucket = new aws.s3.Bucket("files");
const policy = aws.iam.getPolicyDocumentOutput({
    statements: [{
        actions: ["s3:GetObject", "s3:PutObject"],
        resources: [pulumi.interpolate`${bucket.arn}/*`],
        principals: [{ type: "AWS", identifiers: ["*"] }],
    }],
});
new aws.s3.BucketPolicy("policy", { bucket: bucket.id, policy: policy.json });

export = async () => {
    const partition = await aws.getPartition();
    const zones = await aws.getAvailabilityZones({ state: "available" });
    const image = await aws.ec2.getAmi({ owners: ["amazon"], mostRecent: true });
    const parameter = await aws.ssm.getParameter({ name: "/shop/size" });
    const subnet = new aws.ec2.Instance("machine", { ami: image.id, instanceType: parameter.value, availabilityZone: zones.names[1] });
    return {
        account: (await aws.getCallerIdentity()).accountId,
        partition: partition.partition,
        region: (await aws.getRegion()).region,
        policy: policy.json,
        zone: subnet.availabilityZone,
    };
};
