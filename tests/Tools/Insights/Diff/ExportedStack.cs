using Google.Protobuf.WellKnownTypes;
using Platform.Engine;
using Platform.Graph;
using Platform.Protocol;
using Platform.Tests.Tools.Engine;

namespace Platform.Tests.Tools.Insights;

/// <summary>The program whose deployments the files in <c>Exports</c> show, planned by the engine.</summary>
internal static class ExportedStack
{
    private const string AssetSignature = "c44067f5952c0a294b673a41bacd8c17";
    private const string ArchiveSignature = "0def7320c3a5731c473e5ecbe6d01bc7";
    private const string ReferenceSignature = "5cf8f73096256a8f31e491e813e4eb8e";

    private static readonly Lazy<Task<ResourceGraph>> Made = new(MakeAsync);

    /// <summary>The plan, of those resources that <paramref name="state"/> has as well.</summary>
    public static async Task<ResourceGraph> Beside(ResourceGraph state)
    {
        var plan = await Made.Value;
        return new(plan.Project, plan.Stack, plan.Resources.Where(resource => state.Find(resource.Urn) is not null), plan.Outputs);
    }

    private static async Task<ResourceGraph> MakeAsync()
    {
        using var files = new Workspace().Write("page.html", "<h1>shop</h1>\n").Write("site/a.txt", "a\n").Write("site/b/c.txt", "c\n").Write("site/.pulumi/own.json", "{}");
        var result = await ScriptedProgram.Plan(program => RegisterAsync(program, files));
        Assert.True(result.Outcome == PlanOutcome.Succeeded, result.Problem);
        return result.Graph!;
    }

    private static async Task RegisterAsync(ProgramClient program, Workspace files)
    {
        var stack = await program.Stack();
        Task<RegisterResourceResponse> Make(string type, string name, Struct inputs, Action<RegisterResourceRequest>? change = null) => program.Custom(type, name, inputs, request =>
        {
            request.Parent = stack;
            change?.Invoke(request);
        });

        var network = await Make("aws:ec2/vpc:Vpc", "network", Bag.Of(("cidrBlock", "10.0.0.0/16"), ("tags", Bag.Of(("team", "orders")))));
        await Make("aws:ec2/subnet:Subnet", "private", Bag.Of(("cidrBlock", "10.0.1.0/24"), ("vpcId", network.Id)), request => request.DependsOn("vpcId", network.Urn));
        var group = await Make("aws:ec2/securityGroup:SecurityGroup", "database", Bag.Of(("description", "database"), ("vpcId", network.Id), ("ingress", Bag.List(Bag.Of(
            ("cidrBlocks", Bag.List("10.0.0.0/16")), ("fromPort", 5432), ("protocol", "tcp"), ("toPort", 5432))))));
        var extra = await Make("aws:ec2/securityGroup:SecurityGroup", "extra", Bag.Of(("vpcId", network.Id)));
        await Make("aws:rds/instance:Instance", "orders", Bag.Of(
            ("allocatedStorage", 20), ("engine", "postgres"), ("instanceClass", "db.t4g.micro"), ("password", Bag.Secret("hunter2-hunter2")), ("storageEncrypted", true),
            ("username", "orders"), ("vpcSecurityGroupIds", Bag.List(group.Id, extra.Id))));
        await FilesAsync(Make, files);
        await OthersAsync(program, stack, Make, network);
        await KubernetesStack.RegisterAsync(Make);
    }

    private static async Task FilesAsync(Func<string, string, Struct, Action<RegisterResourceRequest>?, Task<RegisterResourceResponse>> make, Workspace files)
    {
        var bucket = await make("aws:s3/bucket:Bucket", "files", new Struct(), null);
        var arn = bucket.Object.Fields["arn"].StringValue;
        await make("aws:s3/bucket:Bucket", "plain", new Struct(), null);
        await make("aws:s3/bucket:Bucket", "adopted", Bag.Of(("bucket", "legacy-files")), request => request.ImportId = "legacy-files");
        var policy = $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::123456789012:root"]},"Action":["s3:ListBucket","s3:GetObject"],"Resource":["{{{arn}}}","{{{arn}}}/*"]}}""";
        await make("aws:s3/bucketPolicy:BucketPolicy", "files", Bag.Of(("bucket", bucket.Id), ("policy", policy)), null);
        await make("aws:s3/bucketObjectv2:BucketObjectv2", "page", Bag.Of(
            ("bucket", bucket.Id), ("key", "page.html"), ("source", Special(AssetSignature, ("path", files.PathOf("page.html"))))), null);
        await make("aws:lambda/function:Function", "thumbnails", Bag.Of(
            ("code", Special(ArchiveSignature, ("assets", Bag.Of(("index.py", Bag.Asset("print(\"hello\")\n")))))), ("handler", "index.main"), ("runtime", "python3.13"),
            ("role", "arn:aws:iam::123456789012:role/thumbnails"), ("environment", Bag.Of(("variables", Bag.Of(("TABLE", "thumbnails"), ("TOKEN", Bag.Secret("open-sesame"))))))), null);
        await make("aws:lambda/function:Function", "site", Bag.Of(
            ("code", Special(ArchiveSignature, ("path", files.PathOf("site")))), ("handler", "index.main"), ("runtime", "python3.13"), ("role", "arn:aws:iam::123456789012:role/site")), null);
    }

    private static async Task OthersAsync(
        ProgramClient program, string stack, Func<string, string, Struct, Action<RegisterResourceRequest>?, Task<RegisterResourceResponse>> make, RegisterResourceResponse network)
    {
        var ireland = await make("pulumi:providers:aws", "ireland", Bag.Of(("defaultTags", """{"tags":{"team":"orders"}}"""), ("region", "eu-west-1")), null);
        await make("aws:sqs/queue:Queue", "jobs", new Struct(), request => request.Provider = $"{ireland.Urn}::{ireland.Id}");
        await make("acme:index:Counter", "limits", Bag.Of(
            ("ratio", 0.1), ("limit", 9007199254740993.0), ("name", "20"), ("size", 20), ("open", true), ("steps", Bag.List(1, "2", 3.5))), null);
        await make("acme:index:Counter", "bounds", Bag.Of(("highest", double.PositiveInfinity), ("nothing", double.NaN)), null);
        await make("acme:index:Counter", "settings", Bag.Of(("json", """{"a":{"on":true},"b":[1,2]}""")), null);
        await make("acme:index:Thing", "a::b", Bag.Of(("size", 1)), null);
        var reference = Special(ReferenceSignature, ("urn", network.Urn), ("id", network.Id), ("packageVersion", "7.48.0"));
        await make("acme:index:Link", "link", Bag.Of(("target", reference), ("old", reference)), null);
        await make("random:index/randomPet:RandomPet", "release", Bag.Of(("length", 2)), request =>
            request.ReplacementTrigger = Bag.ValueOf(Bag.Of(("key", Bag.Secret("sealed-letter")), ("network", network.Id), ("version", 7))));
        await make("random:index/randomPet:RandomPet", "calm", Bag.Of(("length", 2)), null);
        await program.Call(ResourceMonitorMethods.ReadResource, new ReadResourceRequest { Type = "aws:ec2/vpc:Vpc", Name = "shared", Id = "vpc-99", Parent = stack });
        await program.Call(ResourceMonitorMethods.ReadResource, new ReadResourceRequest
        {
            Type = "pulumi:pulumi:StackReference", Name = "acme/net/dev", Id = "acme/net/dev", Parent = stack, Properties = Bag.Of(("name", "acme/net/dev")),
        });
        var store = await program.Component("shop:index:Store", "store", request => request.Parent = stack);
        await make("aws:s3/bucket:Bucket", "uploads", new Struct(), request => request.Parent = store.Urn);
    }

    private static Value Special(string signature, params (string Key, object? Value)[] members) =>
        Bag.ValueOf(Bag.Of([("4dabf18193072939515e22adb298388d", signature), .. members]));
}
