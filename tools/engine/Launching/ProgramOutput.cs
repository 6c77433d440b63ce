using System.Collections.Immutable;

namespace Platform.Engine.Launching;

/// <summary>The last lines a program wrote. Safe for concurrent use; bounded, whatever the program writes.</summary>
internal sealed class ProgramOutput
{
    /// <summary>Lines that are kept.</summary>
    public const int MaxLines = 2_000;

    /// <summary>Characters of a line that are kept; a longer one is cut into several.</summary>
    public const int MaxLineLength = 8_192;

    private const int LastWords = 10;

    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = new();
    private readonly Queue<string> _errors = new();

    public ImmutableArray<string> Lines
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>The last lines of standard error that are not empty.</summary>
    public ImmutableArray<string> LastErrors
    {
        get
        {
            lock (_lock)
            {
                return [.. _errors];
            }
        }
    }

    public void Add(string line, bool isError)
    {
        lock (_lock)
        {
            Enqueue(_lines, line, MaxLines);
            if (isError && !string.IsNullOrWhiteSpace(line))
            {
                Enqueue(_errors, line, LastWords);
            }
        }
    }

    private static void Enqueue(Queue<string> queue, string line, int limit)
    {
        queue.Enqueue(line);
        if (queue.Count > limit)
        {
            queue.Dequeue();
        }
    }
}
