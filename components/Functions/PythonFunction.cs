using Platform.Components.Identity;
using Platform.Components.Naming;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using Pulumi.Aws.Scheduler;
using Pulumi.Aws.Scheduler.Inputs;

namespace Platform.Components.Functions;

/// <summary>
/// A function of the platform itself: its source travels in this assembly, it runs on Graviton in the smallest size Lambda has, writes to a
/// log of ours, and may do what its plan says and nothing else.
/// </summary>
internal sealed class PythonFunction
{
    private readonly string _name;
    private readonly CallerAccount _account;
    private readonly CustomResourceOptions _child;

    public PythonFunction(string name, FunctionPlan plan, CallerAccount account, CustomResourceOptions child)
    {
        (_name, _account, _child) = (name, account, child);
        var role = new ServiceRole(
            plan.RoleName ?? name, "lambda.amazonaws.com", plan.RoleDescription ?? plan.Description, account, child,
            [new Statement("Log", "logs:CreateLogStream", "logs:PutLogEvents") { Resources = [Output.Format($"{plan.Log.Arn}:*")] }, .. plan.Rights]);
        var function = new Function(name, new()
        {
            Description = plan.Description,
            Role = role.Arn,
            Runtime = "python3.13",
            Architectures = "arm64",
            Handler = "index.handler",
            Code = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["index.py"] = new StringAsset(FunctionSource.Read(plan.Source)) }),
            MemorySize = 128,
            Timeout = plan.TimeoutSeconds,
            Environment = plan.Variables is { } variables ? new FunctionEnvironmentArgs { Variables = variables } : (Input<FunctionEnvironmentArgs>?)null,
            LoggingConfig = new FunctionLoggingConfigArgs { LogFormat = "JSON", LogGroup = plan.Log.GroupName },
        }, child);
        (Name, Arn) = (function.Name, function.Arn);
    }

    /// <summary>Its name, for alarms.</summary>
    public Output<string> Name { get; }

    /// <summary>Its ARN, for whoever calls it.</summary>
    public Output<string> Arn { get; }

    /// <summary>Lets a service of AWS call it, for one of its resources in this account. Whatever makes the service call should wait for it.</summary>
    /// <param name="service">Such as <c>events.amazonaws.com</c>.</param>
    /// <param name="sourceArn">The resource on whose behalf the service calls.</param>
    public Permission AllowFrom(string service, Input<string> sourceArn) => new(_name, new()
    {
        Action = "lambda:InvokeFunction",
        Function = Name,
        Principal = service,
        SourceArn = sourceArn,
        SourceAccount = _account.Id,
    }, _child);

    /// <summary>Calls it again and again.</summary>
    /// <param name="name">Logical name of the schedule.</param>
    /// <param name="expression">When: <c>rate(…)</c>, or <c>cron(…)</c> in UTC.</param>
    /// <param name="description">What the role of the schedule is for.</param>
    /// <param name="roleName">Logical name of that role. Default: the schedule's.</param>
    public void CallOn(string name, string expression, string description, string? roleName = null)
    {
        var caller = new ServiceRole(
            roleName ?? name, "scheduler.amazonaws.com", description, _account, _child, new Statement("Start", "lambda:InvokeFunction") { Resources = [Arn] });
        new Schedule(name, new()
        {
            Name = AwsName.Of(name, NameRule.Schedule),
            ScheduleExpression = expression,
            ScheduleExpressionTimezone = expression.StartsWith("cron", StringComparison.Ordinal) ? "UTC" : (Input<string>?)null,     // a rate has no time of day
            FlexibleTimeWindow = new ScheduleFlexibleTimeWindowArgs { Mode = "OFF" },
            Target = new ScheduleTargetArgs { Arn = Arn, RoleArn = caller.Arn },
        }, _child);
    }
}
