using Google.Protobuf.WellKnownTypes;
using Platform.Engine.Wire;

namespace Platform.Engine.Validation;

/// <summary>A value without its wrappers, and what a check may say of it.</summary>
/// <param name="Content">The content; of no kind where nobody knows it yet.</param>
/// <param name="Secret">Whether its text must not be told.</param>
internal readonly record struct PlainValue(Value Content, bool Secret)
{
    /// <summary>Whether there is nothing to check: unknown, absent, or a reference that the provider resolves.</summary>
    public bool IsOpen =>
        Content.KindCase is Value.KindOneofCase.None or Value.KindOneofCase.NullValue
        || WireValue.IsUnknown(Content)
        || WireValue.Kind(Content) == Signatures.Reference;

    public static PlainValue Of(Value value, bool secret = false)
    {
        if (WireValue.Kind(value) is not (Signatures.Secret or Signatures.OutputValue))
        {
            return new(value, secret);
        }

        var fields = value.StructValue.Fields;
        var hidden = secret || WireValue.Kind(value) == Signatures.Secret
            || fields.TryGetValue("secret", out var flag) && flag.BoolValue;
        return fields.TryGetValue("value", out var inner) ? Of(inner, hidden) : new(WireValue.Unknown(), hidden);
    }

    /// <summary>The value for a message: quoted, cut, never a secret.</summary>
    public string Shown()
    {
        const int Most = 60;
        var text = Content.KindCase switch
        {
            Value.KindOneofCase.StringValue => $"'{Content.StringValue}'",
            Value.KindOneofCase.ListValue => $"a list of {Content.ListValue.Values.Count}",
            Value.KindOneofCase.StructValue => WireValue.Kind(Content) is Signatures.Asset or Signatures.Archive ? "a file" : "an object",
            _ => WireJson.Format(Content),
        };
        return Secret ? "[secret]" : text.Length <= Most ? text : $"{text[..Most]}…'";
    }
}
