namespace Platform.Components.Compute;

/// <summary>A secret, or one key of a JSON secret, as ECS writes it: <c>arn:…:secret:name-suffix</c> or <c>arn:…:secret:name-suffix:key::</c>.</summary>
internal readonly record struct SecretReference(string Arn, string? Key)
{
    // arn : partition : secretsmanager : region : account : secret : name : key : stage : version
    private const int ArnParts = 7;

    public static SecretReference Parse(string text)
    {
        var parts = text.Split(':');
        return parts.Length <= ArnParts
            ? new(text, null)
            : new(string.Join(':', parts[..ArnParts]), parts[ArnParts] is { Length: > 0 } key ? key : null);
    }
}
