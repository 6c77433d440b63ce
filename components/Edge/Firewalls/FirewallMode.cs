namespace Platform.Components.Edge.Firewalls;

/// <summary>What a <see cref="WebFirewall"/> does with a request a rule finds suspicious.</summary>
public enum FirewallMode
{
    /// <summary>Answers 403.</summary>
    Block,

    /// <summary>Lets it pass, counts and logs it: how a rule earns trust before it may block customers.</summary>
    Count,
}
