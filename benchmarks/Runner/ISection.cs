namespace Platform.Benchmarks;

/// <summary>
/// One part of the figures in <c>benchmarks/README.md</c>. Its text goes between the lines
/// <c>&lt;!-- begin NAME --&gt;</c> and <c>&lt;!-- end NAME --&gt;</c>; whoever adds a section adds those lines too.
/// </summary>
internal interface ISection
{
    /// <summary>The name between the markers.</summary>
    string Name { get; }

    /// <summary>What is measured, in the order in which it is run; all sections' series take turns in every round.</summary>
    IReadOnlyList<Series> Series { get; }

    /// <summary>The figures as Markdown.</summary>
    /// <param name="emptySeconds">What an empty process took in the same rounds.</param>
    string ToMarkdown(double emptySeconds);
}
