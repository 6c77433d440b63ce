using Platform.Components.Observability.Signals;

namespace Platform.Components.Observability.Dashboards;

/// <summary>A page of figures for somebody, whoever draws it.</summary>
/// <param name="Key">Name, such as <c>operations</c>.</param>
/// <param name="Title">Title.</param>
/// <param name="Sections">What it shows, in order.</param>
internal sealed record Board(string Key, string Title, IReadOnlyList<BoardSection> Sections);

/// <summary>Panels that belong together.</summary>
/// <param name="Heading">What they are about.</param>
/// <param name="Panels">The panels.</param>
internal sealed record BoardSection(string Heading, IReadOnlyList<Panel> Panels);

/// <summary>One figure over time, with the line it should stay within.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Measure">Who measures what.</param>
/// <param name="Seconds">Length of a period.</param>
/// <param name="Limit">The line; null without one.</param>
/// <param name="Region">Region that measures it; null: the board's.</param>
/// <param name="IsTotal">Whether it is one number for all the time that is shown.</param>
internal sealed record Panel(string Title, string Unit, Measure Measure, int Seconds, double? Limit, string? Region, bool IsTotal = false);
