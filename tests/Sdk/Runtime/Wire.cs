using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Platform.Tests.Sdk.Runtime;

/// <summary>The protocol's values as JSON, which is how people write them.</summary>
internal static class Wire
{
    public static Struct Struct(string json) => JsonParser.Default.Parse<Struct>(json);

    public static Value Value(string json) => JsonParser.Default.Parse<Value>(json);
}
