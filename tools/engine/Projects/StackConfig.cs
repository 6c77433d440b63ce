using System.Collections.Immutable;
using Platform.Engine.Placeholders;

namespace Platform.Engine.Projects;

/// <summary>All settings of one stack, merged and checked: what a program reads as its configuration.</summary>
/// <param name="Values">Full key to value, sorted.</param>
/// <param name="Warnings">What is doubtful about them.</param>
internal sealed record StackConfig(ImmutableSortedDictionary<string, ConfigValue> Values, ImmutableArray<string> Warnings)
{
    /// <summary>The keys whose values contain a secret.</summary>
    public IEnumerable<string> SecretKeys => Values.Where(entry => entry.Value.Secret).Select(entry => entry.Key);

    /// <summary>The text of a setting; <c>null</c> if it is not set.</summary>
    public string? Find(string key) => Values.GetValueOrDefault(key)?.Text;

    /// <summary>Merges the request's settings, the stack's file and the project's declarations, in this order of precedence.</summary>
    /// <exception cref="PlanRequestException">Something is missing, of the wrong type or malformed; everything found is in the message.</exception>
    public static StackConfig Merge(ProjectFile project, StackFile stack, PlanRequest request, string? passphrase)
    {
        var warnings = new List<string>();
        var values = new SortedDictionary<string, ConfigValue>(StringComparer.Ordinal);
        ReadStack(values, warnings, project, stack, passphrase);
        foreach (var (key, text) in request.Config)
        {
            values[FullKey(key, project.Name, "--config")] = new(text, Secret: false, ShapeOf(text));
        }

        foreach (var (key, text) in request.Secrets)
        {
            values[FullKey(key, project.Name, "--secret")] = new(text, Secret: true, ShapeOf(text));
        }

        ApplyDeclarations(values, project, stack, request.Stack);
        return new(values.ToImmutableSortedDictionary(StringComparer.Ordinal), [.. warnings]);
    }

    private static void ReadStack(
        SortedDictionary<string, ConfigValue> values, List<string> warnings, ProjectFile project, StackFile stack, string? passphrase)
    {
        if (stack.Document is not { } document)
        {
            return;
        }

        var unlocked = new Lazy<Passphrase?>(() => Unlock(stack, passphrase, warnings));
        foreach (var (key, node) in stack.Values)
        {
            var full = FullKey(key, project.Name, $"{stack.Name}, line {node.Start.Line}");
            var encrypted = 0;
            var text = new ConfigText(document, ciphertext => unlocked.Value?.TryDecrypt(ciphertext) ?? StandIn(full, encrypted++));
            values[full] = text.Of(full, node);
        }
    }

    // Without the passphrase a secret is a marked text, so that the graph still tells where it went.
    private static string StandIn(string key, int index) =>
        $"secret-{Mark.Of($"config:{key}", index.ToString(System.Globalization.CultureInfo.InvariantCulture))}";

    private static Passphrase? Unlock(StackFile stack, string? passphrase, List<string> warnings)
    {
        if (passphrase is null || stack.Salt is null)
        {
            return null;
        }

        try
        {
            if (Passphrase.Unlock(passphrase, stack.Salt) is { } unlocked)
            {
                return unlocked;
            }
        }
        catch (FormatException problem)
        {
            warnings.Add($"{stack.Name}: {problem.Message}; its secrets are planned with stand-ins");
            return null;
        }

        warnings.Add($"{stack.Name}: PULUMI_CONFIG_PASSPHRASE is not the passphrase of this stack; its secrets are planned with stand-ins");
        return null;
    }

    private static void ApplyDeclarations(SortedDictionary<string, ConfigValue> values, ProjectFile project, StackFile stack, string stackName)
    {
        var problems = new List<string>();
        var missing = new List<string>();
        var text = new ConfigText(project.Document, _ => throw new PlanRequestException($"{project.Document.Name}: a declared default cannot be encrypted; set the secret in {stack.Name}"));
        foreach (var (key, node) in project.Config.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var declared = ConfigDeclaration.Read(project.Document, project.Name, key, node);
            if (!values.TryGetValue(declared.Key, out var value) && declared.Default is { } fallback)
            {
                values[declared.Key] = value = text.Of(declared.Key, fallback);
            }

            if (value is null)
            {
                missing.Add(key);
            }
            else if (declared.Secret && !value.Secret)
            {
                problems.Add($"Stack '{stackName}' with configuration key '{key}' must be encrypted as it's secret; encrypt it, or pass it with --secret");
            }
            else if (declared.Type is { } type && !type.Accepts(value))
            {
                problems.Add($"Stack '{stackName}' with configuration key '{key}' must be of type '{type}'");
            }
        }

        if (missing.Count > 0)
        {
            problems.Insert(0, $"Stack '{stackName}' is missing configuration {(missing.Count == 1 ? "value" : "values")} {List(missing)}");
        }

        if (problems.Count > 0)
        {
            throw new PlanRequestException($"{stack.Name}, declared in {project.Document.Name}: {string.Join("; ", problems)}");
        }
    }

    private static string FullKey(string key, string project, string where) => key.Split(':') switch
    {
        [{ Length: > 0 } name] => $"{project}:{name}",
        [{ Length: > 0 } space, { Length: > 0 } name] => $"{space}:{name}",
        [{ Length: > 0 } space, "config", { Length: > 0 } name] => $"{space}:{name}",
        _ => throw new PlanRequestException($"{where}: '{key}' is no configuration key; write it as name or namespace:name"),
    };

    // The request's values are texts; JSON in them counts as what it is when a declaration asks for a list or map.
    private static ConfigShape ShapeOf(string text)
    {
        var trimmed = text.AsSpan().Trim();
        var candidate = trimmed switch
        {
            ['[', .., ']'] => ConfigShape.List,
            ['{', .., '}'] => ConfigShape.Map,
            _ => ConfigShape.Text,
        };
        if (candidate == ConfigShape.Text)
        {
            return candidate;
        }

        try
        {
            using var json = System.Text.Json.JsonDocument.Parse(text);
            return candidate;
        }
        catch (System.Text.Json.JsonException)
        {
            return ConfigShape.Text;
        }
    }

    private static string List(List<string> keys) =>
        keys.Count == 1 ? $"'{keys[0]}'" : $"{string.Join(", ", keys[..^1].Select(key => $"'{key}'"))} and '{keys[^1]}'";
}
