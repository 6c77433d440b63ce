using Platform.Bootstrap;

return await Deployment.RunAsync<Stack>(new Settled());
