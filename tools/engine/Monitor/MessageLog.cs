using System.Collections.Concurrent;
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

    private readonly ConcurrentDictionary<Severity, ConcurrentDictionary<Diagnostic, byte>> _kept = new();
    private int _leftOut;

    /// <summary>Every message that was kept, and a warning if some were not.</summary>
    public IEnumerable<Diagnostic> Messages
    {
        get
        {
            var kept = _kept.Values.SelectMany(messages => messages.Keys);
            return _leftOut == 0 ? kept : kept.Append(new Diagnostic(
                Severity.Warning,
                string.Create(CultureInfo.InvariantCulture, $"{_leftOut:N0} more messages were left out: {MaxMessages:N0} different ones of a severity are kept, each of up to {MaxLength:N0} characters")));
        }
    }

    public void Add(Diagnostic message)
    {
        var messages = _kept.GetOrAdd(message.Severity, static _ => new());
        if (messages.ContainsKey(message))
        {
            return;
        }

        if (message.Message.Length > MaxLength || messages.Count >= MaxMessages || !messages.TryAdd(message, 0))
        {
            Interlocked.Increment(ref _leftOut);
        }
    }
}
