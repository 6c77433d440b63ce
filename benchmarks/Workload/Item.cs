namespace Platform.Benchmarks.Workload;

/// <summary>A resource of ordinary size: ten inputs, among them a map, a list and a nested object.</summary>
[ResourceType("bench:index:Item", "1.0.0")]
public sealed class Item(string name, ItemArgs args, CustomResourceOptions? options = null, string type = Item.Type)
    : CustomResource(type, name, args, options)
{
    public const string Type = "bench:index:Item";

    [Output("arn")] public Output<string> Arn { get; private set; } = null!;

    [Output("title")] public Output<string> Title { get; private set; } = null!;

    [Output("tags")] public Output<System.Collections.Immutable.ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;
}

public sealed class ItemArgs : ResourceArgs
{
    [Input("title", required: true)] public Input<string> Title { get; set; } = null!;

    [Input("description")] public Input<string>? Description { get; set; }

    [Input("previous")] public Input<string>? Previous { get; set; }

    [Input("size")] public Input<int>? Size { get; set; }

    [Input("ratio")] public Input<double>? Ratio { get; set; }

    [Input("enabled")] public Input<bool>? Enabled { get; set; }

    [Input("region")] public Input<string>? Region { get; set; }

    [Input("limits")] public Input<LimitsArgs>? Limits { get; set; }

    [Input("zones")] private InputList<string>? _zones;
    public InputList<string> Zones { get => _zones ??= new InputList<string>(); set => _zones = value; }

    [Input("tags")] private InputMap<string>? _tags;
    public InputMap<string> Tags { get => _tags ??= new InputMap<string>(); set => _tags = value; }
}

public sealed class LimitsArgs : ResourceArgs
{
    [Input("minimum")] public Input<int>? Minimum { get; set; }

    [Input("maximum")] public Input<int>? Maximum { get; set; }
}

/// <summary>Fifty items below one component, each taking a value from the one before it.</summary>
public sealed class Batch : ComponentResource
{
    public const int Items = 50;

    public Batch(int number, int count, Output<string>? previous, string type)
        : base("bench:index:Batch", $"batch-{number}")
    {
        for (var i = 0; i < count; i++)
        {
            var item = new Item(
                $"item-{number}-{i}",
                new ItemArgs
                {
                    Title = $"item {number} {i}",
                    Description = "one of many",
                    Previous = previous?.Apply(arn => $"after {arn}")!,
                    Size = i,
                    Ratio = 0.5,
                    Enabled = true,
                    Region = "eu-west-1",
                    Limits = new LimitsArgs { Minimum = 1, Maximum = 10 },
                    Zones = { "eu-west-1a", "eu-west-1b" },
                    Tags = { ["environment"] = "bench", ["owner"] = "nobody", ["batch"] = "one" },
                },
                new CustomResourceOptions { Parent = this },
                type);
            previous = item.Arn;
        }

        Last = previous;
        RegisterOutputs();
    }

    public Output<string>? Last { get; }

    public static void BuildAll(int resources, string type = Item.Type)
    {
        Output<string>? previous = null;
        for (var number = 0; number * Items < resources; number++)
        {
            previous = new Batch(number, Math.Min(Items, resources - (number * Items)), previous, type).Last;
        }
    }
}
