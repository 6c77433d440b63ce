using Pulumi;

// A program as users write them, run by the tests as the language host would run it. The scenario is its argument.
switch (args[0])
{
    case "resources":
        return await Deployment.RunAsync(() =>
        {
            for (var i = 0; i < int.Parse(args[1], null); i++)
            {
                _ = new Thing("thing-" + i, new() { Number = i });
            }

            return new Dictionary<string, object?> { ["count"] = int.Parse(args[1], null) };
        });

    case "throws":
        return await Deployment.RunAsync((Action)(() => throw new InvalidOperationException("it broke")));

    case "throws, exit code ignored":
        await Deployment.RunAsync((Action)(() => throw new InvalidOperationException("it broke")));
        return 0;

    case "throws, exit code of the environment":
        await Deployment.RunAsync((Action)(() => throw new InvalidOperationException("it broke")));
        return Environment.ExitCode;

    case "logs an error":
        return await Deployment.RunAsync(() => Log.Error("not good"));

    case "outside a run":
        _ = new Thing("thing", new());
        return 0;

    case "sleeps in an await":
        return await Deployment.RunAsync(async () =>
        {
            _ = new Thing("thing", new());
            await Task.Delay(Timeout.Infinite);
        });

    case "sleeps on its thread":
        return await Deployment.RunAsync(() =>
        {
            _ = new Thing("thing", new());
            Thread.Sleep(Timeout.Infinite);
        });

    case "waits for a registration":
        return await Deployment.RunAsync(() => { _ = new Thing("never", new()); });

    default:
        throw new ArgumentException($"no scenario '{args[0]}'");
}

internal sealed class Thing(string name, ThingArgs args) : CustomResource("acme:index:Thing", name, args)
{
    [Output("number")] public Output<int> Number { get; private set; } = null!;
}

internal sealed class ThingArgs : ResourceArgs
{
    [Input("number")] public Input<int>? Number { get; set; }
}
