namespace Pulumi;

/// <summary>The running deployment: what it is called, and calls of provider functions.</summary>
public sealed class DeploymentInstance
{
    private readonly Deployment _deployment;

    internal DeploymentInstance(Deployment deployment)
    {
        _deployment = deployment;
    }

    /// <summary>Whether it is a preview: nothing changes, and what only providers can tell is unknown.</summary>
    public bool IsDryRun => _deployment.Settings.IsDryRun;

    /// <summary>The name of the stack, such as <c>dev</c>.</summary>
    public string StackName => _deployment.Settings.Stack;

    /// <summary>The name of the project.</summary>
    public string ProjectName => _deployment.Settings.Project;

    /// <summary>The name of the organization; <c>organization</c> if there is none.</summary>
    public string OrganizationName => _deployment.Settings.Organization;

    /// <summary>The directory of <c>Pulumi.yaml</c>.</summary>
    /// <exception cref="InvalidOperationException">The CLI is too old to tell.</exception>
    public string RootDirectory => _deployment.Settings.RootDirectory
        ?? throw new InvalidOperationException("The Pulumi CLI version does not support root directory. Please update the Pulumi CLI.");

    /// <summary>Calls a provider function.</summary>
    /// <param name="token">The function's token.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="options">How to call it. Default: no special way.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <returns>The result; unknown if an argument is.</returns>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) => Invoke<T>(token, args, options, registerPackageRequest: null);

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions)"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) => Invoke<T>(token, args, (InvokeOptions)options, null);

    /// <summary>Calls a function of a parameterized package.</summary>
    /// <param name="token">The function's token.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="options">How to call it. Default: no special way.</param>
    /// <param name="registerPackageRequest">The package. Default: the one that the token names.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <returns>The result; unknown if an argument is.</returns>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        Output<T>.From(new FunctionCall(_deployment, token, args, options, registerPackageRequest).GetAsync<T>(isSingle: false));

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions, RegisterPackageRequest)"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options, RegisterPackageRequest? registerPackageRequest) =>
        Invoke<T>(token, args, (InvokeOptions)options, registerPackageRequest);

    /// <summary>Calls a provider function whose result is a single value.</summary>
    /// <param name="token">The function's token.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="options">How to call it. Default: no special way.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <returns>The result; unknown if an argument is.</returns>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null) => InvokeSingle<T>(token, args, options, registerPackageRequest: null);

    /// <inheritdoc cref="InvokeSingle{T}(string, InvokeArgs, InvokeOptions)"/>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options) => InvokeSingle<T>(token, args, (InvokeOptions)options, null);

    /// <summary>Calls a function of a parameterized package whose result is a single value.</summary>
    /// <param name="token">The function's token.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="options">How to call it. Default: no special way.</param>
    /// <param name="registerPackageRequest">The package. Default: the one that the token names.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <returns>The result; unknown if an argument is.</returns>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        Output<T>.From(new FunctionCall(_deployment, token, args, options, registerPackageRequest).GetAsync<T>(isSingle: true));

    /// <inheritdoc cref="InvokeSingle{T}(string, InvokeArgs, InvokeOptions, RegisterPackageRequest)"/>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options, RegisterPackageRequest? registerPackageRequest) =>
        InvokeSingle<T>(token, args, (InvokeOptions)options, registerPackageRequest);

    /// <summary>Calls a provider function now, with arguments that must be known.</summary>
    /// <param name="token">The function's token.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="options">How to call it. Default: no special way.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) => InvokeAsync<T>(token, args, options, registerPackageRequest: null);

    /// <summary>Calls a function of a parameterized package now, with arguments that must be known.</summary>
    /// <param name="token">The function's token.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="options">How to call it. Default: no special way.</param>
    /// <param name="registerPackageRequest">The package. Default: the one that the token names.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        new FunctionCall(_deployment, token, args, options, registerPackageRequest).GetNowAsync<T>(isSingle: false);

    /// <summary>Calls a provider function now and ignores its result.</summary>
    /// <param name="token">The function's token.</param>
    /// <param name="args">Its arguments, which must be known.</param>
    /// <param name="options">How to call it. Default: no special way.</param>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null) => InvokeAsync(token, args, options, registerPackageRequest: null);

    /// <summary>Calls a function of a parameterized package now and ignores its result.</summary>
    /// <param name="token">The function's token.</param>
    /// <param name="args">Its arguments, which must be known.</param>
    /// <param name="options">How to call it. Default: no special way.</param>
    /// <param name="registerPackageRequest">The package. Default: the one that the token names.</param>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        InvokeAsync<object>(token, args, options, registerPackageRequest);

    /// <summary>Calls a provider function whose result is a single value now, with arguments that must be known.</summary>
    /// <param name="token">The function's token.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="options">How to call it. Default: no special way.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        InvokeSingleAsync<T>(token, args, options, registerPackageRequest: null);

    /// <summary>Calls a function of a parameterized package whose result is a single value now.</summary>
    /// <param name="token">The function's token.</param>
    /// <param name="args">Its arguments, which must be known.</param>
    /// <param name="options">How to call it. Default: no special way.</param>
    /// <param name="registerPackageRequest">The package. Default: the one that the token names.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        new FunctionCall(_deployment, token, args, options, registerPackageRequest).GetNowAsync<T>(isSingle: true);

    /// <summary>Calls a resource's method.</summary>
    /// <param name="token">The method's token.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="self">The resource. Default: none.</param>
    /// <param name="options">How to call it. Default: by the resource's provider.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    public Output<T> Call<T>(string token, CallArgs args, Resource? self = null, CallOptions? options = null) =>
        Call<T>(token, args, self, options, registerPackageRequest: null);

    /// <summary>Calls a method of a resource of a parameterized package.</summary>
    /// <param name="token">The method's token.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="self">The resource. Default: none.</param>
    /// <param name="options">How to call it. Default: by the resource's provider.</param>
    /// <param name="registerPackageRequest">The package. Default: the one that the token names.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    public Output<T> Call<T>(string token, CallArgs args, Resource? self, CallOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        Output<T>.From(new MethodCall(_deployment, token, args, self, options, registerPackageRequest).GetAsync<T>());

    /// <summary>Calls a resource's method and ignores its result.</summary>
    /// <param name="token">The method's token.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="self">The resource. Default: none.</param>
    /// <param name="options">How to call it. Default: by the resource's provider.</param>
    public void Call(string token, CallArgs args, Resource? self = null, CallOptions? options = null) =>
        Call(token, args, self, options, registerPackageRequest: null);

    /// <summary>Calls a method of a resource of a parameterized package and ignores its result.</summary>
    /// <param name="token">The method's token.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="self">The resource. Default: none.</param>
    /// <param name="options">How to call it. Default: by the resource's provider.</param>
    /// <param name="registerPackageRequest">The package. Default: the one that the token names.</param>
    public void Call(string token, CallArgs args, Resource? self, CallOptions? options, RegisterPackageRequest? registerPackageRequest) =>
        Call<object>(token, args, self, options, registerPackageRequest);

    /// <summary>Changes all later calls of provider functions in this deployment.</summary>
    /// <param name="transform">What to change.</param>
    public void RegisterInvokeTransform(InvokeTransform transform) => _deployment.RegisterInvokeTransform(transform);
}
