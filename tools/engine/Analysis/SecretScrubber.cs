using System.Buffers;
using System.Text;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Platform.Engine.GoText;
using Platform.Engine.Monitor;
using Platform.Engine.Placeholders;
using Platform.Engine.Wire;

namespace Platform.Engine.Analysis;

/// <summary>Knows every secret text of a run and removes it from what people get to see.</summary>
/// <remarks>Short texts are left alone: removing <c>on</c> or <c>80</c> everywhere would hide nothing and destroy everything.</remarks>
internal sealed class SecretScrubber
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Redacted = "[secret]";

    /// <summary>Characters of the shortest text that is removed.</summary>
    public const int MinLength = 4;

    /// <summary>Digits of the smallest number that is removed: ports, sizes and years are everywhere.</summary>
    public const int MinDigits = 6;

    // The beginning of every placeholder is no secret, whatever a program cuts from one.
    private static readonly HashSet<string> Words = new(["true", "false", "null", Mark.Prefix], StringComparer.OrdinalIgnoreCase);

    // What stands beside the password of a database in the form that Secrets Manager documents, and says whose it is. The program passes it in
    // the clear as well; to hide "postgres" would hide half of the plan.
    private static readonly HashSet<string> Addresses = new(
        ["engine", "host", "port", "dbname", "username", "dbInstanceIdentifier", "dbClusterIdentifier", "masterarn"], StringComparer.Ordinal);

    private readonly string[] _secrets;
    private readonly SearchValues<string>? _search;

    private SecretScrubber(IEnumerable<string> secrets)
    {
        _secrets = [.. secrets.OrderByDescending(secret => secret.Length).ThenBy(secret => secret, StringComparer.Ordinal)];
        _search = _secrets.Length == 0 ? null : SearchValues.Create(_secrets, StringComparison.Ordinal);
    }

    /// <summary>Collects the secrets of a run: secret settings, and whatever was wrapped as secret on the wire.</summary>
    public static SecretScrubber Of(Session session)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var setting in session.Config.Values.Values.Where(setting => setting.Secret))
        {
            AddSetting(texts, setting.Text);
        }

        foreach (var bag in session.Registrations.SelectMany(registration => new[] { registration.Inputs, registration.Outputs }).Concat(session.Seen))
        {
            Collect(Value.ForStruct(bag), secret: false, texts);
        }

        foreach (var trigger in session.Registrations.Select(registration => registration.ReplacementTrigger).OfType<Value>())
        {
            Collect(trigger, secret: false, texts);
        }

        // A made-up id somebody wrapped as secret is public all the same: the graph is built on it.
        if (texts.Any(text => Mark.Candidates(text).Any()))
        {
            var open = new HashSet<string>(StringComparer.Ordinal);
            foreach (var registration in session.Registrations.Where(registration => registration.Custom))
            {
                CollectPlain(Value.ForStruct(registration.Outputs), open);
                open.Add(registration.Id);
            }

            texts.RemoveWhere(text => open.Contains(text) && session.Marks.IsWhole(text));
        }

        return new(texts.SelectMany(SecretForms.Of).Where(text => text.Length >= MinLength && !Words.Contains(text)).Distinct(StringComparer.Ordinal));
    }

    /// <summary>The text as it is, or <c>null</c> if it contains a secret.</summary>
    public string? OrNull(string text) => _search is not null && text.AsSpan().IndexOfAny(_search) >= 0 ? null : text;

    /// <summary>The text with every secret in it replaced.</summary>
    public string Scrub(string text)
    {
        if (_search is null)
        {
            return text;
        }

        var result = new StringBuilder();
        var rest = text.AsSpan();
        while (rest.IndexOfAny(_search) is var at and >= 0)
        {
            result.Append(rest[..at]).Append(Redacted);
            rest = rest[at..];
            rest = rest[LengthAt(rest)..];
        }

        return result.Append(rest).ToString();
    }

    private int LengthAt(ReadOnlySpan<char> text)
    {
        foreach (var secret in _secrets)   // the longest first
        {
            if (text.StartsWith(secret, StringComparison.Ordinal))
            {
                return secret.Length;
            }
        }

        return 1;
    }

    private static void AddSetting(HashSet<string> texts, string text)
    {
        texts.Add(text);
        if (text is not (['{', ..] or ['[', ..]))
        {
            return;
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            AddLeaves(texts, json.RootElement);
        }
        catch (JsonException)
        {
            // Not JSON after all: the whole text is the secret.
        }
    }

    private static void AddLeaves(HashSet<string> texts, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                texts.Add(element.GetString()!);
                break;
            case JsonValueKind.Number:
                AddNumber(texts, element.GetRawText());
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    AddLeaves(texts, item);
                }

                break;
            case JsonValueKind.Object:
                var open = element.TryGetProperty("password", out _) ? Addresses : [];
                foreach (var member in element.EnumerateObject().Where(member => !open.Contains(member.Name)))
                {
                    AddLeaves(texts, member.Value);
                }

                break;
        }
    }

    private static void Collect(Value value, bool secret, HashSet<string> texts)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.StringValue when secret && !WireValue.IsUnknown(value):
                AddSetting(texts, value.StringValue);
                break;
            case Value.KindOneofCase.NumberValue when secret && double.IsFinite(value.NumberValue):
                AddNumber(texts, GoNumber.Format(value.NumberValue));
                break;
            case Value.KindOneofCase.ListValue:
                foreach (var item in value.ListValue.Values)
                {
                    Collect(item, secret, texts);
                }

                break;
            case Value.KindOneofCase.StructValue:
                var inside = secret || IsSecret(value);
                foreach (var (key, member) in value.StructValue.Fields)
                {
                    if (key != Signatures.Key)
                    {
                        Collect(member, inside, texts);
                    }
                }

                break;
        }
    }

    private static void AddNumber(HashSet<string> texts, string number)
    {
        if (number.Count(char.IsAsciiDigit) >= MinDigits)
        {
            texts.Add(number);
        }
    }

    private static bool IsSecret(Value value) => WireValue.Kind(value) switch
    {
        Signatures.Secret => true,
        Signatures.OutputValue => value.StructValue.Fields.TryGetValue("secret", out var flag) && flag.BoolValue,
        _ => false,
    };

    private static void CollectPlain(Value value, HashSet<string> texts)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.StringValue:
                texts.Add(value.StringValue);
                break;
            case Value.KindOneofCase.ListValue:
                foreach (var item in value.ListValue.Values)
                {
                    CollectPlain(item, texts);
                }

                break;
            case Value.KindOneofCase.StructValue when WireValue.Kind(value) is null:
                foreach (var member in value.StructValue.Fields.Values)
                {
                    CollectPlain(member, texts);
                }

                break;
        }
    }
}
