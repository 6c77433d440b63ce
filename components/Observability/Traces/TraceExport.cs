namespace Platform.Components.Observability.Traces;

/// <summary>Where a collector sends traces, beyond counting the requests in them. Without one, the traces end in it.</summary>
public abstract record TraceExport
{
    private TraceExport()
    {
    }

    /// <summary>Share of the traces that is sent, 1 to 100 per cent. Default: 5, as much as X-Ray's own rule takes.</summary>
    public int Percent { get; init; } = 5;

    /// <summary>To X-Ray, in the account and region the collector runs in.</summary>
    public sealed record XRay : TraceExport;

    /// <summary>To whatever takes OTLP over HTTPS. It is given no key; one that needs a key belongs behind a collector of ours.</summary>
    /// <param name="Endpoint">Such as <c>https://traces.example.com</c>.</param>
    public sealed record Otlp(string Endpoint) : TraceExport;

    /// <summary>How an endpoint must look.</summary>
    public const string EndpointForm = "an https URL without user, query and fragment, such as https://traces.example.com";

    /// <summary>Whether a text is an endpoint traces may be sent to: encrypted, and with nothing secret in it.</summary>
    public static bool IsEndpoint(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri is { Scheme: "https", UserInfo: "", Query: "", Fragment: "" }
        && !text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character is '"' or '\'' or '\\' or '#' or '?');

    /// <summary>What is wrong with it; null: nothing.</summary>
    internal string? Problem => this is Otlp { Endpoint: var endpoint } && !IsEndpoint(endpoint) ? $"endpoint is '{endpoint}', but must be {EndpointForm}."
        : Percent is < 1 or > 100 ? $"percent is {Percent}, but must be 1 to 100."
        : null;
}
