using System.Collections.Immutable;
using Platform.Components.Identity;
using Platform.Components.Observability;
using Platform.Components.Observability.Logs;
using Platform.Components.Observability.Signals;
using Platform.Components.Security;
using Platform.Components.Storage;

namespace Platform.Components.Baseline;

/// <summary>
/// What watches over a whole account. An account has each piece once: one stack makes them, and the others that share the account adopt
/// what it made.
/// </summary>
/// <example><code>var baseline = new SecurityBaseline("baseline", new() { Region = "eu-west-1", Closely = true });</code></example>
public sealed class SecurityBaseline : ComponentResource, ILogging, IAnnouncing
{
    /// <summary>Log group of the shells that Session Manager opens; the same whichever stack makes it.</summary>
    public const string SessionLogGroup = "/platform/sessions";

    /// <summary>Days the records of the trail and of the recorder are kept; seven years, as long as auditors may ask.</summary>
    internal const int RecordDays = 2557;

    /// <summary>Days after which records move to the archive.</summary>
    internal const int ArchiveDays = 90;

    /// <summary>Registers the pieces that are created here.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    public SecurityBaseline(string name, SecurityBaselineArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:SecurityBaseline", name, args, options)
    {
        var logDays = this.OneOf("trailLogDays", args.TrailLogDays ?? 365, LogRetention.Days);
        this.Require(
            args.MoreRegions.Distinct().Count() == args.MoreRegions.Count && !args.MoreRegions.Contains(args.Region),
            $"moreRegions is {string.Join(", ", args.MoreRegions)}, but must name regions other than {args.Region}, each once.");
        var site = new BaselineSite(name, args, CallerAccount.Of(this), logDays, this);

        var records = args.Trail.IsCreated || args.Recorder.IsCreated ? Records(site) : null;
        TrailLogGroupName = args.Trail.IsCreated
            ? ActivityTrail.Build(site, records!)
            : Output.Create(args.Trail.Existing ?? "");
        if (args.Recorder.IsCreated)
        {
            ResourceRecorder.Build(site, records!);
        }

        if (args.Detector.IsCreated)
        {
            ThreatDetection.Build(site);
        }

        if (args.Hub.IsCreated)
        {
            FindingsHub.Build(site);
        }

        if (args.Scanner.IsCreated)
        {
            Exposure.ScanForHoles(site);
        }

        if (args.AccessAnalyzer.IsCreated)
        {
            Exposure.AnalyzeAccess(site);
        }

        if (args.Defaults.IsCreated)
        {
            AccountDefaults.Build(site);
        }

        if (args.BackupTypes.IsCreated)
        {
            BackupOptIns.Build(site);
        }

        SessionLogGroupName = args.Sessions.IsCreated ? SessionLog.Build(site) : Output.Create(args.Sessions.Existing ?? "");
        NotMade = Reasons(args);
        LogSignals = args.Trail.IsCreated ? TrailSignals.Of(TrailLogGroupName) : [];     // whoever made the trail looks at it
        Queries = args.Trail.IsCreated ? [TrailSignals.WhoDidWhat(TrailLogGroupName)] : [];
        Events = ThreatEvents.Of(args);
        About = this.Declare(ServiceTier.Foundation, options, events: Events);
        RegisterOutputs();
    }

    /// <summary>Log group that every call of the account's API is written to, for alarms; empty when there is no trail.</summary>
    [Output("trailLogGroupName")] public Output<string> TrailLogGroupName { get; private set; }

    /// <summary>Log group of the shells that Session Manager opens; empty when they are not logged.</summary>
    [Output("sessionLogGroupName")] public Output<string> SessionLogGroupName { get; private set; }

    /// <summary>Why a piece is not made here, by piece.</summary>
    [Output("notMade")] public Output<ImmutableDictionary<string, string>> NotMade { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<Signal> Signals => [];

    /// <inheritdoc/>
    public IReadOnlyList<LogSignal> LogSignals { get; }

    /// <inheritdoc/>
    public IReadOnlyList<EventSignal> Events { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SavedQuery> Queries { get; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    /// <summary>One bucket for all records of the account, under a key of its own, that services of AWS write and nobody changes.</summary>
    private static AccountRecords Records(BaselineSite site)
    {
        var key = new EncryptionKey($"{site.Name}-records", new()
        {
            Purpose = "the records of the account",
            Services = [KeyService.Logs, KeyService.Trail],
            DeletionWindowDays = site.Args.KeyDeletionWindowDays,
        }, site.Within);
        var bucket = new PrivateBucket($"{site.Name}-records", new()
        {
            KeyArn = key.Arn,
            ArchiveDays = ArchiveDays,
            ExpireDays = RecordDays,
            AccessLogDays = site.TrailLogDays,      // who read the records is a record too; the CIS benchmark asks for it
            DestroyWithContent = site.Args.DestroyWithContent,
            Grants = arn => RecordRights.Of(arn, site.Account),
        }, site.Within);
        return new AccountRecords(key.Arn, bucket);
    }

    private static Output<ImmutableDictionary<string, string>> Reasons(SecurityBaselineArgs args) => Output.Create(
        new (string Piece, AccountPiece Choice)[]
        {
            ("trail", args.Trail), ("recorder", args.Recorder), ("detector", args.Detector), ("hub", args.Hub), ("scanner", args.Scanner),
            ("accessAnalyzer", args.AccessAnalyzer), ("defaults", args.Defaults), ("backupTypes", args.BackupTypes), ("sessions", args.Sessions),
        }
        .Where(piece => !piece.Choice.IsCreated)
        .ToImmutableDictionary(piece => piece.Piece, piece => piece.Choice.SkippedBecause ?? $"there already: {piece.Choice.Existing}"));
}

/// <summary>Where records of the account are kept.</summary>
internal sealed record AccountRecords(Output<string> KeyArn, PrivateBucket Bucket);
