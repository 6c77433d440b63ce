using System.Collections.Immutable;

namespace Platform.Engine.Launching;

/// <summary>The last lines a program wrote. Safe for concurrent use; bounded, whatever the program writes.</summary>
/// <param name="onLine">Told of every line as it comes, and whether it is of standard error; may be <c>null</c>.</param>
internal sealed class ProgramOutput(Action<string, bool>? onLine = null)
{
    /// <summary>Lines that are kept.</summary>
    public const int MaxLines = 2_000;

    /// <summary>Characters of a line that is kept; a longer one is left out.</summary>
    public const int MaxLineLength = 8_192;

    /// <summary>What stands in the place of a line that is too long.</summary>
    public const string LeftOut = "[a line of more than 8,192 characters]";

    // A crash says what happened first and where it happened at great length after that.
    private const int FirstWords = 3;
    private const int LastWords = 7;

    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = new();
    private readonly List<string> _firstErrors = [];
    private readonly Queue<string> _lastErrors = new();
    private int _errors;

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

    /// <summary>The first and the last lines of standard error that are not empty; what was left out is marked.</summary>
    public ImmutableArray<string> ErrorExcerpt
    {
        get
        {
            lock (_lock)
            {
                return _errors > FirstWords + LastWords ? [.. _firstErrors, "…", .. _lastErrors] : [.. _firstErrors, .. _lastErrors];
            }
        }
    }

    public void Add(string line, bool isError)
    {
        onLine?.Invoke(line, isError);
        lock (_lock)
        {
            Enqueue(_lines, line, MaxLines);
            if (isError && !string.IsNullOrWhiteSpace(line))
            {
                AddError(line);
            }
        }
    }

    private void AddError(string line)
    {
        if (_errors++ < FirstWords)
        {
            _firstErrors.Add(line);
        }
        else
        {
            Enqueue(_lastErrors, line, LastWords);
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
