using Platform.Infra;

#pragma warning disable RS0030 // The one place that reads what the engine sets, and that speaks when there is no engine.
var engine = EngineCall.From(Environment.GetEnvironmentVariable);
if (engine is null)
{
    await Console.Error.WriteLineAsync(EngineCall.HowToRun);
    return 2;
}

return await Deployment.RunAsync<Stack>(new Environments(engine));
