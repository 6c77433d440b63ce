namespace Platform.Tests.Tools.Insights;

/// <summary>A rule by which something in a state is no change, and a real change at the same place.</summary>
/// <param name="File">The export in <c>Exports</c>, without its ending: what the engine writes when the stack is deployed.</param>
/// <param name="Written">A place in the file that stands there once.</param>
/// <param name="Changed">What would stand there if something had really changed.</param>
/// <param name="Seen">What must be told then: the resource and the path, or the kind of change and the resource.</param>
public sealed record ExportRule(string File, string Written, string Changed, string Seen)
{
    private const string TeamTag = "\"team\": \"orders\"";
    private const string Cidr = "\"cidrBlock\": \"10.0.0.0/16\", \"tags\"";
    private const string OtherCidr = "\"cidrBlock\": \"10.7.0.0/16\", \"tags\"";

    public static readonly ExportRule[] All =
    [
        // what Check fills in
        new("defaults", "\"__defaults\": [\"enableDnsSupport\", \"instanceTenancy\"]", "\"__defaults\": [\"enableDnsSupport\"]", "network instanceTenancy"),
        new("nested-defaults", "\"__defaults\": [\"self\"]", "\"__defaults\": []", "database ingress[0].self"),
        new("autonames", "\"__defaults\": [\"bucket\", \"forceDestroy\"]", "\"__defaults\": [\"forceDestroy\"]", "files bucket"),
        new("tags-all", "\"tags\": {\"__defaults\": [], \"team\": \"orders\"}", "\"tags\": {\"__defaults\": [], \"team\": \"search\"}", "network tags.team"),
        new("region", "\"__defaults\": [\"region\"], \"cidrBlock\": \"10.0.0.0/16\", \"tags\": {\"__defaults\": [], \"team\": \"orders\"}, \"region\": \"eu-west-1\"", "\"__defaults\": [], \"cidrBlock\": \"10.0.0.0/16\", \"tags\": {\"team\": \"orders\"}, \"region\": \"eu-central-1\"", "network region"),

        // providers
        new("default-providers", "pulumi:providers:aws::default_7_40_0\", \"custom\"", "pulumi:providers:aws::virginia\", \"custom\"", "Delete virginia"),
        new("explicit-provider", "\"region\": \"eu-west-1\", \"version\": \"7.48.0\"}, \"outputs\"", "\"region\": \"eu-west-2\", \"version\": \"7.48.0\"}, \"outputs\"", "ireland region"),
        new("explicit-provider-of-an-old-state", "\"region\": \"eu-west-1\", \"version\": \"6.0.0\"}, \"outputs\"", "\"region\": \"eu-west-2\", \"version\": \"6.0.0\"}, \"outputs\"", "ireland region"),

        // secrets
        new("ciphertext", "\"password\": {\"4dabf18193072939515e22adb298388d\": \"1b47061264138c4ac30d75fd1eb44270\", \"ciphertext\": \"v1:bm9uY2Vub25jZTEy:Y2lwaGVydGV4dA==\"}, \"storageEncrypted\"", "\"password\": \"hunter2\", \"storageEncrypted\"", "orders password"),
        new("plaintext-secrets", "\"plaintext\": \"\\\"hunter2\\\"\"}, \"storageEncrypted\": true", "\"plaintext\": \"\\\"hunter2\\\"\"}, \"storageEncrypted\": false", "orders storageEncrypted"),
        new("secrets-of-a-whole-property", "\"environment\": {\"4dabf18193072939515e22adb298388d\": \"1b47061264138c4ac30d75fd1eb44270\", \"ciphertext\": \"AAABAKI2\"}", "\"environment\": {\"variables\": {\"TABLE\": \"pictures\", \"TOKEN\": \"none\"}}", "thumbnails environment.variables.TABLE"),
        new("secrets-of-a-key", "\"TABLE\": \"thumbnails\"", "\"TABLE\": \"pictures\"", "thumbnails environment.variables.TABLE"),

        // what is known only once it is deployed
        new("real-ids", "\"cidrBlock\": \"10.0.1.0/24\", \"vpcId\": \"vpc-0a1b2c3d\"", "\"cidrBlock\": \"10.0.1.0/24\", \"vpcId\": \"vpc-8\"", "private vpcId"),
        new("real-ids-in-sets", "\"vpcSecurityGroupIds\": [\"sg-0e5f6a7b\", \"sg-0d4e5f6a\"]", "\"vpcSecurityGroupIds\": [\"sg-0e5f6a7b\", \"sg-9\"]", "orders vpcSecurityGroupIds"),
        new("policies-with-real-names", "\\\"arn:aws:s3:::files-99aabb0\\\"]", "\\\"arn:aws:s3:::elsewhere\\\"]", "files policy"),
        new("unknown", "04da6b54-80e4-46f7-96ec-b56ff0331ba9", "10.0.9.0/24", "private cidrBlock"),

        // values that are written in another way
        new("numbers-as-texts", "\"size\": \"20\"", "\"size\": \"21\"", "limits size"),
        new("numbers-JSON-has-no-form-for", "7ff0000000000000", "fff0000000000000", "bounds highest"),
        new("null-and-empty", "\"grants\": []", "\"grants\": [{\"type\": \"Group\"}]", "plain grants"),
        new("documents", "\\\"on\\\": true", "\\\"on\\\": false", "settings json"),
        new("references", "\"target\": {\"4dabf18193072939515e22adb298388d\": \"5cf8f73096256a8f31e491e813e4eb8e\", \"id\": \"vpc-0a1b2c3d\", \"packageVersion\": \"7.40.0\", \"urn\": \"urn:pulumi:dev::shop::aws:ec2/vpc:Vpc::network\"}", "\"target\": {\"4dabf18193072939515e22adb298388d\": \"5cf8f73096256a8f31e491e813e4eb8e\", \"id\": \"vpc-1\", \"urn\": \"urn:pulumi:dev::shop::aws:ec2/vpc:Vpc::other\"}", "link target"),
        new("assets-at-another-path", "\"hash\": \"783652", "\"hash\": \"000000", "page source"),
        new("archives", "\"code\": {\"4dabf18193072939515e22adb298388d\": \"0def7320c3a5731c473e5ecbe6d01bc7\", \"hash\": \"", "\"code\": {\"4dabf18193072939515e22adb298388d\": \"0def7320c3a5731c473e5ecbe6d01bc7\", \"hash\": \"0", "thumbnails code"),
        new("archives-of-a-folder", "\"0def7320c3a5731c473e5ecbe6d01bc7\", \"hash\": \"", "\"0def7320c3a5731c473e5ecbe6d01bc7\", \"hash\": \"0", "site code"),

        // what is in a state besides
        new("bookkeeping", "\"cidrBlock\": \"10.0.1.0/24\"", "\"cidrBlock\": \"10.0.2.0/24\"", "private cidrBlock"),
        new("deleted-copies", Cidr, OtherCidr, "network cidrBlock"),
        new("pending-operations", Cidr, OtherCidr, "network cidrBlock"),
        new("what-is-only-read", "Vpc::shared\", \"custom\": true, \"id\": \"vpc-99\", \"type\": \"aws:ec2/vpc:Vpc\", \"inputs\": {\"cidrBlock\": \"10.99.0.0/16\"}, \"outputs\": {\"id\": \"vpc-99\"}, \"parent\": \"urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev\", \"provider\": \"urn:pulumi:dev::shop::pulumi:providers:aws::default_7_48_0::2f6a1c1e-6f0b-4a57-9a6d-0c7f3f0f7a11\", \"external\": true", "Vpc::managed\", \"custom\": true, \"id\": \"vpc-99\", \"type\": \"aws:ec2/vpc:Vpc\"", "Delete managed"),
        new("views", "\"viewOf\"", "\"viewed\"", "Delete part"),
        new("former-names", TeamTag + "}}, \"outputs\"", "\"team\": \"search\"}}, \"outputs\"", "network tags.team"),
        new("components", "\"__defaults\": [\"bucket\"]", "\"__defaults\": []", "uploads bucket"),
        new("imported", "\"importID\": \"legacy-files\"", "\"importID\": \"other-files\"", "adopted import"),
        new("triggers", "\"version\": 7,", "\"version\": 6,", "release replacementTrigger"),
        new("options", Cidr, OtherCidr, "network cidrBlock"),
        new("condition", "\"taint\": false", "\"taint\": true", "network taint"),
        new("names-with-colons", "\"size\": 1", "\"size\": 2", "a::b size"),

        // forms of the file
        new("version-1", Cidr, OtherCidr, "network cidrBlock"),
        new("version-2", Cidr, OtherCidr, "network cidrBlock"),
        new("version-4", Cidr, OtherCidr, "network cidrBlock"),
        new("self-managed", Cidr, OtherCidr, "network cidrBlock"),

        // what the Kubernetes provider and the API server add
        new("kubernetes-names", "\"annotations\": {\"pulumi.com/autonamed\": \"true\"}, ", "", "shop metadata"),
        new("kubernetes-namespace-and-labels", "\"app.kubernetes.io/managed-by\": \"pulumi\"", "\"app.kubernetes.io/managed-by\": \"helm\"", "web metadata.labels[\"app.kubernetes.io/managed-by\"]"),
        new("kubernetes-private-members", "\"__initialApiVersion\"", "\"initialApiVersion\"", "web initialApiVersion"),
        new("kubernetes-what-the-server-keeps", "\"deployment.kubernetes.io/revision\": \"4\"", "\"pulumi.com/skipAwait\": \"true\"", "web metadata.annotations"),
        new("kubernetes-defaults-of-a-deployment", "\"maxSurge\": \"25%\"", "\"maxSurge\": \"100%\"", "web spec.strategy"),
        new("kubernetes-defaults-of-a-service", "\"clusterIP\": \"172.20.11.12\"", "\"clusterIP\": \"None\"", "web spec.clusterIP"),
    ];
}
