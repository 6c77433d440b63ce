using Platform.Tests.Probe;
using Pulumi;
using Pulumi.Random;

// What a program can do to an engine, chosen by the setting `behaviour`.
return await Deployment.RunAsync(() =>
{
    var behaviour = new Config().Require("behaviour");
    if (behaviour == "options")
    {
        return OptionsProgram.Run();
    }

    if (behaviour == "shop")
    {
        return ShopProgram.Run();
    }

    var pet = new RandomPet("pet");
    var password = new RandomPassword("password", new RandomPasswordArgs { Length = 24 });
    switch (behaviour)
    {
        case "fail":
            throw new RunException("the probe was told to fail");
        case "crash":
            Environment.FailFast("the probe was told to crash");
            break;
        case "hang":
            if (new Config().Get("sign") is { } sign)
            {
                // Written once the engine has answered: from then on it hangs with an open connection.
                pet.Urn.Apply(async urn =>
                {
                    await File.WriteAllTextAsync(sign, $"{Environment.ProcessId}\n");
                    return urn;
                });
            }

            Thread.Sleep(Timeout.Infinite);
            break;
    }

    return new Dictionary<string, object?>
    {
        ["greeting"] = Output.Format($"hello {pet.Id}"),
        ["password"] = password.Result,
    };
});
