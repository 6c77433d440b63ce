using System.Globalization;
using Platform.Graph;

namespace Platform.Engine.Monitor;

/// <summary>What a program and the engine had to say: each message once, and no more than somebody could read.</summary>
/// <remarks>Safe for concurrent use. Errors have room of their own, so that no flood of remarks hides one.</remarks>
internal sealed class MessageLog
{
    /// <summary>Different messages of one severity that are kept.</summary>
    public const int MaxMessages = 10_000;

    /// <summary>Characters of a message that is kept; a longer one is left out whole, as half a secret is not recognised.</summary>
    public const int MaxLength = 1_000_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<Severity, HashSet<Diagnostic>> _kept = [];
    private int _leftOut;

    /// <summary>Every message that was kept, and a warning if some were not.</summary>
    public IReadOnlyList<Diagnostic> Messages
    {
        get
        {
            lock (_lock)
            {
                var kept = _kept.Values.SelectMany(messages => messages);
                return [.. _leftOut == 0 ? kept : kept.Append(new Diagnostic(
                    Severity.Warning,
                    string.Create(CultureInfo.InvariantCulture, $"{_leftOut:N0} more messages were left out: {MaxMessages:N0} different ones of a severity are kept, each of up to {MaxLength:N0} characters")))];
            }
        }
    }

    /// <summary>Keeps a message, unless it is kept already or there is no room for it.</summary>
    public void Add(Diagnostic message)
    {
        // Whether there is room and the taking of it are one step: two messages at once must not share the last place.
        lock (_lock)
        {
            if (!_kept.TryGetValue(message.Severity, out var messages))
            {
                _kept[message.Severity] = messages = [];
            }

            if (messages.Contains(message))
            {
                return;
            }

            if (message.Message.Length > MaxLength || messages.Count >= MaxMessages)
            {
                _leftOut++;
                return;
            }

            messages.Add(message);
        }
    }
}
