namespace Platform.Components.Edge;

/// <summary>From which countries requests are answered: one choice, so "only" and "except" cannot both be set.</summary>
public sealed class CountryFilter : ResourceArgs
{
    private CountryFilter(bool allow, IReadOnlyList<string> countries) => (Allows, Countries) = (allow, countries);

    /// <summary>Whether the countries are the ones served (true) or the ones refused.</summary>
    [Input("allows")] public bool Allows { get; private init; }

    /// <summary>ISO 3166-1 alpha-2 codes, sorted, such as <c>DE</c>.</summary>
    [Input("countries")] public IReadOnlyList<string> Countries { get; private init; }

    /// <summary>Serves these countries and no other.</summary>
    /// <param name="countries">ISO 3166-1 alpha-2 codes in capitals.</param>
    /// <exception cref="ArgumentException">No code, or one that is not two capital letters.</exception>
    public static CountryFilter Only(params string[] countries) => new(allow: true, Sorted(countries));

    /// <summary>Serves every country but these.</summary>
    /// <param name="countries">ISO 3166-1 alpha-2 codes in capitals.</param>
    /// <exception cref="ArgumentException">No code, or one that is not two capital letters.</exception>
    public static CountryFilter Except(params string[] countries) => new(allow: false, Sorted(countries));

    private static string[] Sorted(string[] countries)
    {
        foreach (var country in countries)
        {
            if (country is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
            {
                throw new ArgumentException(
                    $"Country '{country}' is not an ISO 3166-1 alpha-2 code: two capital letters, such as DE.", nameof(countries));
            }
        }

        return countries.Length > 0
            ? [.. countries.Distinct().Order(StringComparer.Ordinal)]
            : throw new ArgumentException("A country filter needs at least one country; leave the filter out to serve all.", nameof(countries));
    }
}
