using Pulumi;
using Pulumi.Random;

// What a program can do to an engine, chosen by the setting `behaviour`.
return await Deployment.RunAsync(() =>
{
    var behaviour = new Config().Require("behaviour");
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
            Thread.Sleep(Timeout.Infinite);
            break;
    }

    return new Dictionary<string, object?>
    {
        ["greeting"] = Output.Format($"hello {pet.Id}"),
        ["password"] = password.Result,
    };
});
