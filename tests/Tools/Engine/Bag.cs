using Google.Protobuf.WellKnownTypes;

namespace Platform.Tests.Tools.Engine;

/// <summary>Writes property bags of the wire as C# literals.</summary>
internal static class Bag
{
    public const string UnknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    private const string SignatureKey = "4dabf18193072939515e22adb298388d";

    public static Value Unknown => Value.ForString(UnknownText);

    public static Struct Of(params (string Key, object? Value)[] members)
    {
        var bag = new Struct();
        foreach (var (key, value) in members)
        {
            bag.Fields.Add(key, ValueOf(value));
        }

        return bag;
    }

    public static Value ValueOf(object? value) => value switch
    {
        null => Value.ForNull(),
        Value ready => ready,
        Struct bag => Value.ForStruct(bag),
        string text => Value.ForString(text),
        bool flag => Value.ForBool(flag),
        int number => Value.ForNumber(number),
        double number => Value.ForNumber(number),
        IEnumerable<object?> items => Value.ForList([.. items.Select(ValueOf)]),
        _ => throw new ArgumentException($"{value.GetType()} has no wire form", nameof(value)),
    };

    public static Value List(params object?[] items) => ValueOf(items);

    public static Value Secret(object? content) => Special("1b47061264138c4ac30d75fd1eb44270", ("value", content));

    public static Value Output(object? content, params string[] dependencies) =>
        Special("d0e6a833031e9bbcd3f4e8bde6ca49a4", ("value", content), ("dependencies", List([.. dependencies])));

    public static Value Asset(string text) => Special("c44067f5952c0a294b673a41bacd8c17", ("text", text));

    public static Value FileAsset(string path) => Special("c44067f5952c0a294b673a41bacd8c17", ("path", path));

    public static string? Signature(Value value) =>
        value.StructValue?.Fields.TryGetValue(SignatureKey, out var signature) == true ? signature.StringValue : null;

    private static Value Special(string signature, params (string Key, object? Value)[] members) =>
        Value.ForStruct(Of([(SignatureKey, signature), .. members]));
}
