namespace Platform.Components.Compute.Scaling;

/// <summary>A queue whose messages a service works off.</summary>
/// <param name="QueueName">Name of the SQS queue, not its URL.</param>
/// <param name="MessagesPerTask">Waiting messages one task should have before it, 1 to 10,000; more of them start another task.</param>
public sealed record QueueLoad(Input<string> QueueName, int MessagesPerTask);
