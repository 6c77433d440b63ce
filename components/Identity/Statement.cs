namespace Platform.Components.Identity;

/// <summary>One statement of a policy: who may, or must not, do what to which resources, and when.</summary>
internal sealed record Statement(string Sid, params string[] Actions)
{
    /// <summary>Whether it forbids; a statement allows otherwise.</summary>
    public bool Deny { get; init; }

    /// <summary>Who; none in the policy of a role, where it is the role itself.</summary>
    public Principal? Principal { get; init; }

    /// <summary>To what; none in the trust policy of a role, where it is the role itself.</summary>
    public Input<string>[] Resources { get; init; } = [];

    /// <summary>When; all must hold.</summary>
    public Condition[] Conditions { get; init; } = [];
}

/// <summary>Who a statement is about.</summary>
/// <param name="Kind">"Service", "AWS" or, for everybody, "*".</param>
/// <param name="Name">Service name or ARN.</param>
internal sealed record Principal(string Kind, Input<string> Name)
{
    public static Principal Anyone => new("*", "*");

    public static Principal Service(Input<string> name) => new("Service", name);

    /// <summary>Whom an identity provider outside AWS vouches for.</summary>
    public static Principal Federated(Input<string> providerArn) => new("Federated", providerArn);

    public static Principal Aws(Input<string> arn) => new("AWS", arn);
}

/// <summary>When a statement holds.</summary>
/// <param name="Operator">Such as "StringEquals".</param>
/// <param name="Key">Such as "aws:SourceAccount".</param>
/// <param name="Value">What the key is compared with.</param>
internal sealed record Condition(string Operator, string Key, Input<string> Value)
{
    /// <summary>Other values that will do as well. Default: none.</summary>
    public string[] Or { get; init; } = [];
}
