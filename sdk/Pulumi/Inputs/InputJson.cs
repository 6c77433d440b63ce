using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Pulumi;

/// <summary>A JSON value for a resource, from a text, a parsed document, or an output of either.</summary>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The official signatures.")]
public sealed class InputJson : Input<JsonElement>
{
    /// <summary>No JSON value at all.</summary>
    public InputJson()
        : base(default(JsonElement))
    {
    }

    private InputJson(JsonElement value)
        : base(value)
    {
    }

    private InputJson(Output<JsonElement> output)
        : base(output)
    {
    }

    /// <summary>Takes a JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static implicit operator InputJson(string json) => new(Parse(json));

    /// <summary>Takes a parsed document.</summary>
    /// <param name="document">The document.</param>
    public static implicit operator InputJson(JsonDocument document) => new(document.RootElement);

    /// <summary>Takes a parsed value.</summary>
    /// <param name="element">The value.</param>
    public static implicit operator InputJson(JsonElement element) => new(element);

    /// <summary>Takes an output of a JSON text.</summary>
    /// <param name="json">The text.</param>
    public static implicit operator InputJson(Output<string> json) => new(json.Apply(Parse));

    /// <summary>Takes an output of a parsed document.</summary>
    /// <param name="document">The document.</param>
    public static implicit operator InputJson(Output<JsonDocument> document) => new(document.Apply(value => value.RootElement));

    /// <summary>Takes an output of a parsed value.</summary>
    /// <param name="element">The value.</param>
    public static implicit operator InputJson(Output<JsonElement> element) => new(element);

    private static JsonElement Parse(string json) => JsonElement.Parse(json);
}
