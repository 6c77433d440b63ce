namespace Platform.Infra.Settings;

/// <summary>Which configuration keys this program reads at all, and which must not be what they are.</summary>
internal static class Namespaces
{
    public const string Aws = "aws";

    public const string Platform = "platform";

    /// <summary>Refuses keys that were meant for us but miss us by a letter, and secrets where none belongs.</summary>
    public static void Check(IReadOnlyDictionary<string, string> config, IReadOnlyCollection<string> secretKeys, Problems problems)
    {
        foreach (var key in config.Keys)
        {
            var space = key.Split(':')[0];
            if (space is Aws or Platform)
            {
                if (secretKeys.Contains(key))
                {
                    problems.Add(key, "is a secret, but settings hold none; store it in Secrets Manager and set its ARN");
                }
            }
            else if (Spelling.Distance(space, Platform) <= 2)
            {
                problems.Add(key, $"is not read by anything; did you mean '{Platform}:{key[(space.Length + 1)..]}'?");
            }
        }
    }
}
