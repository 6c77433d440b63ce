using System.Text.Json;
using Platform.Components.Edge.Firewalls;

namespace Platform.Components.Edge.Delivery;

/// <summary>The code that runs at the edge: too small to fail, tested as text, and the same for every request.</summary>
internal static class EdgeFunctions
{
    /// <summary>The runtime both are written for.</summary>
    public const string Runtime = "cloudfront-js-2.0";

    /// <summary>What an asset tells browsers: keep it for a year and do not even ask.</summary>
    public const string Immutable = "public, max-age=31536000, immutable";

    /// <summary>
    /// Before the cache: sends other names to the main one, and tells the origin the client's address in a header of our own, which
    /// overwrites whatever the client put there.
    /// </summary>
    /// <param name="args">The names, already checked.</param>
    public static string ViewerRequest(ContentDeliveryArgs args) => $$"""
        const main = {{JsonSerializer.Serialize<string?>(args.Domains is [var first, ..] ? first : null)}};
        const redirects = {{JsonSerializer.Serialize((args.RedirectDomains ?? []).Order(StringComparer.Ordinal))}};

        function handler(event) {
          const request = event.request;
          if (redirects.indexOf(request.headers.host.value) >= 0) {
            return {
              statusCode: 301,
              statusDescription: 'Moved Permanently',
              headers: { location: { value: 'https://' + main + request.uri + query(request.querystring) } },
            };
          }
          request.headers['{{FirewallTarget.ClientIpHeader}}'] = { value: event.viewer.ip };
          return request;
        }

        function query(parameters) {
          const parts = [];
          for (const name in parameters) {
            (parameters[name].multiValue || [parameters[name]]).forEach(each => parts.push(name + '=' + each.value));
          }
          return parts.length > 0 ? '?' + parts.join('&') : '';
        }

        """;

    /// <summary>After the cache: a found asset never changes. An error may, so it gets no such promise.</summary>
    public static string AssetResponse => $$"""
        function handler(event) {
          const response = event.response;
          if (response.statusCode === 200 || response.statusCode === 206 || response.statusCode === 304) {
            response.headers['cache-control'] = { value: '{{Immutable}}' };
          }
          return response;
        }

        """;
}
