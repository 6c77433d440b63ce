using Platform.Components.Compute.Instances.Fleets;
using static Platform.Tests.Compute.Instances.Fleet;

namespace Platform.Tests.Compute.Instances;

public class AutoScalingServiceRefusalTests
{
    public static TheoryData<string, string> Refused => new()
    {
        { "tag", "image is 'registry.example/shop:latest', but must end in a digest" },
        { "latest", "machineImageId is 'al2023-latest', but must be the id of one image" },
        { "one", "minInstances is 1, but must be 2 to 500; a zone without an instance answers nothing when the others fail." },
        { "max", "maxInstances is 1, but must be 2 to 5000." },
        { "shape", "shape.maxVcpus is 1, but must be 2 to 192." },
        { "warm spot", "spot instances cannot be stopped and kept; set purchase.onDemandPercentage to 100, or use forecast." },
        { "warm night", "leave one of the two out." },
        { "addresses", "make the load balancer with Targets = TargetKind.Instance." },
        { "percentage", "purchase.onDemandPercentage is 101, but must be 0 to 100." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refuses_what_cannot_be_and_names_the_way_out(string what, string message)
    {
        var refusal = await Sandbox.Refusal(() => _ = what switch
        {
            "tag" => Service(image: "registry.example/shop:latest"),
            "latest" => Service(machine: "al2023-latest"),
            "one" => Service(min: 1),
            "max" => Service(max: 1),
            "shape" => Service(shape: Shape with { MaxVcpus = 1 }),
            "warm spot" => Service(warm: 1),
            "warm night" => Service(purchase: new PurchaseMix(0, 100), warm: 1, hours: Office),
            "addresses" => Service(target: Given.Target),
            _ => Service(purchase: new PurchaseMix(0, 101)),
        });

        Assert.Contains("AutoScalingService 'shop': ", refusal, StringComparison.Ordinal);
        Assert.Contains(message, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_variable_that_two_sources_give()
    {
        var refusal = await Sandbox.Refusal(() => Service(environment: new Dictionary<string, string> { ["DB_PASSWORD"] = "x" }));

        Assert.Contains("environment variable 'DB_PASSWORD' is given twice; rename one.", refusal, StringComparison.Ordinal);
    }
}
