namespace Pulumi;

/// <summary>What a deployment still waits for: the program itself, and every output, registration and message under way.</summary>
internal sealed class PendingWork
{
    private readonly Lock _gate = new();
    private readonly List<Exception> _failures = [];
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<TaskCompletionSource> _waitingForProgram = [];
    private int _count = 1;   // the program's own function, which Run starts

    /// <summary>Ends when nothing is left to wait for.</summary>
    public Task Idle => _idle.Task;

    /// <summary>Ends when nothing is left to wait for, or something has failed.</summary>
    public Task IdleOrFailed => _settled.Task;

    /// <summary>The failures so far, each once: the failure of a value that others wait for is not theirs.</summary>
    public IReadOnlyList<Exception> Failures
    {
        get
        {
            lock (_gate)
            {
                return [.. _failures];
            }
        }
    }

    /// <summary>Runs the program's own function; what it begins is waited for as well.</summary>
    public void Run(Func<Task> program)
    {
        Task run;
        try
        {
            run = program();
        }
#pragma warning disable CA1031 // Whatever it is, it is the program's failure.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            run = Task.FromException(failure);
        }

        FinishWith(run);
    }

    public void Track(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        lock (_gate)
        {
            _count++;
        }

        FinishWith(task);
    }

    /// <summary>Records a failure that no task tells of.</summary>
    public void Fail(Exception failure)
    {
        lock (_gate)
        {
            AddFailure(failure);
        }

        _settled.TrySetResult();
    }

    /// <summary>Waits until only the program's own function is still running.</summary>
    public Task WhenOnlyProgramIsLeftAsync()
    {
        lock (_gate)
        {
            if (_count <= 1)
            {
                return Task.CompletedTask;
            }

            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waitingForProgram.Add(waiter);
            return waiter.Task;
        }
    }

    private void FinishWith(Task task)
    {
        if (task.IsCompleted)
        {
            Finish(task);
        }
        else
        {
            task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(() => Finish(task));   // half of what ContinueWith allocates
        }
    }

    private void Finish(Task task)
    {
        TaskCompletionSource[] waiters = [];
        bool isIdle, hasFailed;
        lock (_gate)
        {
            _count--;
            if (task.Exception is { } failures)
            {
                foreach (var failure in failures.Flatten().InnerExceptions)
                {
                    AddFailure(failure);
                }
            }
            else if (task.IsCanceled)
            {
                AddFailure(new TaskCanceledException(task));
            }

            isIdle = _count == 0;
            hasFailed = _failures.Count > 0;
            if ((_count <= 1 || hasFailed) && _waitingForProgram.Count > 0)
            {
                waiters = [.. _waitingForProgram];
                _waitingForProgram.Clear();
            }
        }

        foreach (var waiter in waiters)
        {
            waiter.TrySetResult();
        }

        if (isIdle)
        {
            _idle.TrySetResult();
        }

        if (isIdle || hasFailed)
        {
            _settled.TrySetResult();
        }
    }

    private void AddFailure(Exception failure)
    {
        var root = RootOf(failure);
        foreach (var known in _failures)
        {
            if (ReferenceEquals(RootOf(known), root))
            {
                return;
            }
        }

        _failures.Add(failure);
    }

    private static Exception RootOf(Exception failure)
    {
        while (failure.InnerException is { } inner)
        {
            failure = inner;
        }

        return failure;
    }
}
