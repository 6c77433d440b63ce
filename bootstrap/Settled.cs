namespace Platform.Bootstrap;

/// <summary>Makes the stack once the runtime is connected to the engine, so that wrong settings are told like every other error.</summary>
internal sealed class Settled : IServiceProvider
{
    /// <inheritdoc/>
    public object? GetService(Type serviceType) => serviceType == typeof(Stack) ? new BootstrapStack(BootstrapSettings.Read()) : null;
}
