using Platform.Components.Accounts;
using Platform.Components.Compute;
using Platform.Components.Compute.Scaling;
using Platform.Components.Messaging;
using Platform.Components.Observability;
using Platform.Components.Observability.Signals;
using Platform.Tests.Identity;

namespace Platform.Tests.Messaging;

public class WorkQueueTests
{
    [Fact]
    public async Task Tries_five_times_and_then_puts_aside_what_failed_for_two_weeks()
    {
        var plan = await Sandbox.Run(() => new WorkQueue("orders", new() { KeyArn = "arn:key" }));

        Assert.Equal("""{"deadLetterTargetArn":"arn:Queue:orders-failed","maxReceiveCount":5}""", plan.Named("Queue", "orders")["redrivePolicy"]);
        Assert.Equal((1_209_600.0, null), (plan.Named("Queue", "orders-failed")["messageRetentionSeconds"], plan.Named("Queue", "orders-failed")["redrivePolicy"]));
        Assert.All(plan.Of("Queue"), queue => Assert.Equal("arn:key", queue["kmsMasterKeyId"]));
        Assert.All(plan.Of("QueuePolicy"), policy => Assert.Contains("aws:SecureTransport", (string)policy["policy"]!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(10, 60.0), InlineData(43_200, 43_200.0)]
    public async Task Hides_a_message_six_times_as_long_as_the_work_takes(int workSeconds, double hidden) => Assert.Equal(
        hidden,
        (await Sandbox.Run(() => new WorkQueue("orders", new() { KeyArn = "arn:key", WorkSeconds = workSeconds }))).Named("Queue", "orders")["visibilityTimeoutSeconds"]);

    [Fact]
    public async Task Refuses_work_longer_than_a_message_can_be_hidden() => Assert.Contains(
        "WorkQueue 'orders': workSeconds is 43201, but must be 1 to 43200.",
        await Sandbox.Refusal(() => new WorkQueue("orders", new() { KeyArn = "arn:key", WorkSeconds = 43_201 })),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(60, 5, 1800), InlineData(10, 5, 900), InlineData(43_200, 1000, 604_800)]
    public async Task Tells_of_work_that_piles_up_grows_old_or_failed(int workSeconds, int tries, double oldest)
    {
        IReadOnlyList<Signal> signals = [];
        await Sandbox.Run(() => signals = new WorkQueue("orders", new() { KeyArn = "arn:key", WorkSeconds = workSeconds, Tries = tries }).Signals);

        Assert.Equal([("length", 1000.0), ("age", oldest), ("failed", 0.0)], signals.Select(signal => (signal.Key, signal.Limit.Value)));
        Assert.All(signals, signal => Assert.Equal((Side.Above, MissingData.Well, true), (signal.Limit.Side, signal.Evaluation.Missing, signal.Basic)));
        Assert.Equal(
            ["ApproximateNumberOfMessagesVisible", "ApproximateAgeOfOldestMessage", "ApproximateNumberOfMessagesVisible"],
            signals.Select(signal => ((Metric)signal.Measure).Name));
    }

    [Fact]
    public async Task A_stack_with_a_queue_looks_at_it_and_at_what_failed()
    {
        var plan = await Sandbox.Run(() =>
        {
            var account = new CloudAccount("account", new() { Region = "eu-west-1", Tags = new Dictionary<string, string>() });
            new WorkQueue("orders", new() { KeyArn = "arn:key" }, account.Here);
            new Monitoring("monitoring", new()
            {
                Watches = account.Observed, Region = "eu-west-1", Level = MonitoringLevel.Basic, Owner = "shop-team", KeyDeletionDays = 7,
            }, account.Here);
        });

        var alarms = plan.Of("MetricAlarm").Where(alarm => alarm["namespace"] is "AWS/SQS").ToList();
        Assert.Equal(["orders-age", "orders-failed", "orders-length"], alarms.Select(alarm => alarm.Name));
        var names = plan.Of("Queue").ToDictionary(queue => queue.Name, queue => alarms.Count(alarm => ((string)alarm["dimensions.QueueName"]!).EndsWith(queue.Name, StringComparison.Ordinal)));
        Assert.Equal((2, 1), (names["orders"], names["orders-failed"]));
    }

    [Fact]
    public async Task A_worker_has_no_way_in_and_grows_with_the_queue()
    {
        var plan = await Worker();

        Assert.False(plan.Only("Service").Inputs.ContainsKey("loadBalancers"));
        Assert.Null(plan.Only("Service")["healthCheckGracePeriodSeconds"]);
        Assert.Empty(plan.Of("SecurityGroupIngressRule").Concat(plan.Of("MetricAlarm")));
        Assert.Equal(["worker-cpu", "worker-memory", "worker-queue"], plan.Of("Policy").Select(policy => policy.Name));
        Assert.DoesNotContain("portMappings", (string)plan.Only("TaskDefinition")["containerDefinitions"]!, StringComparison.Ordinal);
        Assert.Contains("\"restartPolicy\"", (string)plan.Only("TaskDefinition")["containerDefinitions"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_may_take_messages_of_its_queue_and_nothing_else()
    {
        var plan = await Worker();

        var policy = (string)plan.Named("RolePolicy", "worker-run")["policy"]!;
        Assert.Contains("\"sqs:DeleteMessage\"", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("sqs:SendMessage", policy, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"QUEUE_URL\"", (string)plan.Only("TaskDefinition")["containerDefinitions"]!, StringComparison.Ordinal);
        Assert.Empty(IamActions.Unknown(plan));
    }

    [Fact]
    public async Task A_service_that_nobody_asks_cannot_shift_requests() => Assert.Contains(
        "release shifts traffic, but nobody sends requests to a service without a target",
        await Sandbox.Refusal(() => Service(new Components.Compute.Deployment.TrafficShift.Canary(Percent: 10, Minutes: 5, BakeMinutes: 15))),
        StringComparison.Ordinal);

    private static Task<Sandbox> Worker() => Sandbox.Run(() => Service(new Components.Compute.Deployment.TrafficShift.Rolling()));

    private static FargateService Service(Components.Compute.Deployment.TrafficShift release)
    {
        var queue = new WorkQueue("orders", new() { KeyArn = "arn:key" });
        return new FargateService("worker", new()
        {
            Network = Given.Network,
            ClusterName = "cluster",
            Image = Given.Image,
            Cpu = 256,
            Memory = 512,
            MinTasks = 1,
            MaxTasks = 5,
            Queue = new QueueLoad(queue.QueueName, 100),
            Queues = [queue.ToWork("QUEUE_URL")],
            Release = release,
            LogKeyArn = "arn:key/logs",
            LogRetentionDays = 14,
        });
    }
}
