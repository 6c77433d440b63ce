namespace Platform.Stacks.Settings;

/// <summary>What an environment may cost, and who is told.</summary>
/// <param name="MonthlyBudgetUsd">US dollars a month.</param>
/// <param name="Notify">Mail addresses.</param>
public sealed record CostSettings(int MonthlyBudgetUsd, IReadOnlyList<string> Notify);
