using Platform.Components.Observability.Signals;

namespace Platform.Components.Baseline;

/// <summary>
/// Signs of an attack that GuardDuty found: a list nobody looks at calls nobody. With Security Hub they come from every region by one way, which
/// is silent about a finding as soon as somebody has taken it up; without, from the own region by GuardDuty itself.
/// </summary>
internal static class ThreatEvents
{
    /// <summary>What whoever made the pieces tells; a stack that uses those of another one tells nothing twice.</summary>
    public static IReadOnlyList<EventSignal> Of(SecurityBaselineArgs args) =>
        args.Hub.IsCreated
            ? [Imported("CRITICAL", Severity.Critical), Imported("HIGH", Severity.High), Imported("MEDIUM", Severity.Medium)]
            : args.Detector.IsCreated
                ? [Found("critical", Severity.Critical, "\">=\",9"), Found("high", Severity.High, "\">=\",7,\"<\",9"), Found("medium", Severity.Medium, "\">=\",4,\"<\",7")]
                : [];

    private static EventSignal Imported(string label, Severity severity) => Threat(
        label.ToLowerInvariant(),
        severity,
        """{"source":["aws.securityhub"],"detail-type":["Security Hub Findings - Imported"],"detail":{"findings":{"ProductName":["GuardDuty"],"Severity":{"Label":["LABEL"]},"RecordState":["ACTIVE"],"Workflow":{"Status":["NEW"]}}}}"""
            .Replace("LABEL", label, StringComparison.Ordinal),
        "$.detail.findings[0].Resources[0].Id",
        "$.detail.findings[0].Title");

    // The bounds are those of the words of Security Hub. Source: GuardDuty user guide, severity levels of findings.
    private static EventSignal Found(string word, Severity severity, string bounds) => Threat(
        word,
        severity,
        """{"source":["aws.guardduty"],"detail-type":["GuardDuty Finding"],"detail":{"severity":[{"numeric":[BOUNDS]}]}}""".Replace("BOUNDS", bounds, StringComparison.Ordinal),
        "$.detail.resource.resourceType",
        "$.detail.title");

    private static EventSignal Threat(string word, Severity severity, string pattern, string who, string what) => new($"threat-{word}")
    {
        Pattern = pattern,
        Who = who,
        What = what,
        Meaning = "GuardDuty found signs of an attack.",
        Severity = severity,
        Layer = Layer.Security,
        Runbook = "threat-found",
        Basic = severity.Pages(),
    };
}
