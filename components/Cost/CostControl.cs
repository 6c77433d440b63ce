using System.Collections.Immutable;
using System.Globalization;
using Platform.Components.Identity;
using Platform.Components.Naming;
using Platform.Components.Observability;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.Budgets;
using Pulumi.Aws.Budgets.Inputs;
using Pulumi.Aws.CostExplorer;

namespace Platform.Components.Cost;

/// <summary>
/// Tells what an environment costs before the bill does: when half, most or all of a month's budget is spent, when the month will end
/// above it, and when something costs suddenly more than it used to. Deletes what somebody forgot.
/// </summary>
/// <example><code>
/// new CostControl("cost", new() { Environment = "dev", MonthlyBudgetUsd = 250, Notify = ["team@example.com"], KeepSnapshotsDays = 14, … });
/// </code></example>
public sealed class CostControl : ComponentResource, IObserved
{
    /// <summary>Tags by which the bill is split; every resource of an environment carries them.</summary>
    public static IReadOnlyList<string> AllocationTags { get; } = ["cost-centre", "environment", "owner"];

    private static readonly int[] ActualPercents = [50, 80, 100];

    /// <summary>Registers budget, monitors, tags, export and clean-up.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    public CostControl(string name, CostControlArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:CostControl", name, args, options)
    {
        Check(args);
        var child = new CustomResourceOptions { Parent = this };
        var account = CallerAccount.Of(this);

        var budget = new Budget(name, new()
        {
            Name = AwsName.Of(name, NameRule.Budget),
            BudgetType = "COST",
            TimeUnit = "MONTHLY",
            LimitAmount = args.MonthlyBudgetUsd.ToString(CultureInfo.InvariantCulture),
            LimitUnit = "USD",
            CostFilters = new BudgetCostFilterArgs { Name = "TagKeyValue", Values = [$"user:environment${args.Environment}"] },
            Notifications =
            [
                .. ActualPercents.Select(percent => Notice("ACTUAL", percent, args.Notify)),
                Notice("FORECASTED", 100, args.Notify),
            ],
        }, child);

        CostAnomalies.Watch(name, args, child);
        if (args.AllocationTags.IsCreated)
        {
            foreach (var tag in AllocationTags)
            {
                new CostAllocationTag($"{name}-{tag}", new() { TagKey = tag, Status = "Active" }, child);
            }
        }

        if (args.Export.IsCreated)
        {
            BillExport.Build(name, args, account, this);
        }

        Signals = [SnapshotCleanup.Build(name, args, account, this)];
        BudgetName = budget.Name;
        About = this.Declare(ServiceTier.Foundation, options, signals: Signals);
        RegisterOutputs();
    }

    /// <summary>Name of the budget.</summary>
    [Output("budgetName")] public Output<string> BudgetName { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<Signal> Signals { get; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    private static BudgetNotificationArgs Notice(string kind, int percent, IReadOnlyList<string> addresses) => new()
    {
        NotificationType = kind,
        ComparisonOperator = "GREATER_THAN",
        Threshold = percent,
        ThresholdType = "PERCENTAGE",
        SubscriberEmailAddresses = addresses.ToArray(),
    };

    private void Check(CostControlArgs args)
    {
        var problems = new List<string>();
        if (args.MonthlyBudgetUsd is < 1 or > 1_000_000)
        {
            problems.Add($"monthlyBudgetUsd is {args.MonthlyBudgetUsd}, but must be 1 to 1000000.");
        }

        if (args.Notify.Count is 0 or > 10)
        {
            problems.Add($"notify has {args.Notify.Count} addresses, but must have 1 to 10; a list of your mail server reaches more.");
        }

        if (args.KeepSnapshotsDays is < 1 or > 3650)
        {
            problems.Add($"keepSnapshotsDays is {args.KeepSnapshotsDays}, but must be 1 to 3650.");
        }

        this.Require(problems);
        this.OneOf("logRetentionDays", args.LogRetentionDays, LogRetention.Days);
    }
}
