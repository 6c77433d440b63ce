namespace Pulumi;

/// <summary>An output of whatever type.</summary>
internal interface IOutput
{
    /// <summary>The settled content; at once if there is nothing to wait for.</summary>
    ValueTask<OutputData<object?>> GetUntypedDataAsync();
}

/// <summary>An output that its resource settles; all outputs of a resource wait for the same task.</summary>
internal interface IResourceOutput : IOutput
{
    /// <summary>Makes everybody who reads the output wait for <paramref name="ready"/>.</summary>
    void WaitFor(Task ready);

    /// <summary>Fills in the content; called once, before the task is completed.</summary>
    void Settle(OutputData<object?> data);
}
