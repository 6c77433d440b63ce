namespace Platform.Components.Compute.Instances.Boot;

/// <summary>A secret's ARN and, where only one key of a JSON secret is wanted, that key.</summary>
internal readonly record struct SecretPath(string Arn, string? Key)
{
    /// <summary>Reads <c>arn:…:secret:name-suffix</c>, with or without ECS's ending <c>:key::</c>.</summary>
    public static SecretPath Parse(string text)
    {
        // arn : partition : secretsmanager : region : account : secret : name : key : stage : version
        var parts = text.Split(':');
        return parts.Length <= 7
            ? new(text, null)
            : new(string.Join(':', parts[..7]), parts[7].Length == 0 ? null : parts[7]);
    }
}
