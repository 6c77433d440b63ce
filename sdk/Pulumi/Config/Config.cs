using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>
/// The stack's configuration, as <c>pulumi config</c> shows it. Plain getters give values; the <c>Secret</c> ones give
/// secret outputs, which is what a value set with <c>--secret</c> should be read by.
/// </summary>
public sealed class Config
{
    private readonly string _prefix;
    private readonly ConfigValues _values;

    /// <summary>Opens the part of the configuration under a name.</summary>
    /// <param name="name">The name, such as <c>aws</c>. Default: the project's.</param>
    public Config(string? name = null)
    {
        var deployment = Deployment.Required;
        name ??= deployment.Settings.Project;
        const string OldSuffix = ":config";
        _prefix = (name.EndsWith(OldSuffix, StringComparison.Ordinal) ? name[..^OldSuffix.Length] : name) + ":";
        _values = deployment.Settings.Config;
    }

    /// <summary>The text of a key; null if it is not set.</summary>
    /// <param name="key">The key, without the name.</param>
    public string? Get(string key) => _values.Get(_prefix + key);

    /// <summary>The text of a key as a secret; null if it is not set.</summary>
    /// <param name="key">The key, without the name.</param>
    public Output<string>? GetSecret(string key) => Get(key) is { } text ? Output.CreateSecret(text) : null;

    /// <summary>The boolean of a key, <c>true</c> or <c>false</c>; null if it is not set.</summary>
    /// <param name="key">The key, without the name.</param>
    public bool? GetBoolean(string key) => Get(key) is { } text ? ToBoolean(key, text) : null;

    /// <summary>The boolean of a key as a secret; null if it is not set.</summary>
    /// <param name="key">The key, without the name.</param>
    public Output<bool>? GetSecretBoolean(string key) => GetBoolean(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>The whole number of a key; null if it is not set.</summary>
    /// <param name="key">The key, without the name.</param>
    public int? GetInt32(string key) => Get(key) is { } text ? ToInt32(key, text) : null;

    /// <summary>The whole number of a key as a secret; null if it is not set.</summary>
    /// <param name="key">The key, without the name.</param>
    public Output<int>? GetSecretInt32(string key) => GetInt32(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>The number of a key; null if it is not set.</summary>
    /// <param name="key">The key, without the name.</param>
    public double? GetDouble(string key) => Get(key) is { } text ? ToDouble(key, text) : null;

    /// <summary>The number of a key as a secret; null if it is not set.</summary>
    /// <param name="key">The key, without the name.</param>
    public Output<double>? GetSecretDouble(string key) => GetDouble(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>The JSON of a key as an object; the type's default if it is not set.</summary>
    /// <param name="key">The key, without the name.</param>
    /// <typeparam name="T">What to read it as.</typeparam>
    [return: MaybeNull]
    public T GetObject<T>(string key) => Get(key) is { } text ? ToObject<T>(key, text) : default!;

    /// <summary>The JSON of a key as a secret object; null if it is not set.</summary>
    /// <param name="key">The key, without the name.</param>
    /// <typeparam name="T">What to read it as.</typeparam>
    public Output<T>? GetSecretObject<T>(string key) => Get(key) is { } text ? Output.CreateSecret(ToObject<T>(key, text)) : null;

    /// <summary>The text of a key; an error if it is not set.</summary>
    /// <param name="key">The key, without the name.</param>
    public string Require(string key) => Get(key) ?? throw Missing(key);

    /// <summary>The text of a key as a secret; an error if it is not set.</summary>
    /// <param name="key">The key, without the name.</param>
    public Output<string> RequireSecret(string key) => Output.CreateSecret(Require(key));

    /// <summary>The boolean of a key; an error if it is not set.</summary>
    /// <param name="key">The key, without the name.</param>
    public bool RequireBoolean(string key) => ToBoolean(key, Require(key));

    /// <summary>The boolean of a key as a secret; an error if it is not set.</summary>
    /// <param name="key">The key, without the name.</param>
    public Output<bool> RequireSecretBoolean(string key) => Output.CreateSecret(RequireBoolean(key));

    /// <summary>The whole number of a key; an error if it is not set.</summary>
    /// <param name="key">The key, without the name.</param>
    public int RequireInt32(string key) => ToInt32(key, Require(key));

    /// <summary>The whole number of a key as a secret; an error if it is not set.</summary>
    /// <param name="key">The key, without the name.</param>
    public Output<int> RequireSecretInt32(string key) => Output.CreateSecret(RequireInt32(key));

    /// <summary>The number of a key; an error if it is not set.</summary>
    /// <param name="key">The key, without the name.</param>
    public double RequireDouble(string key) => ToDouble(key, Require(key));

    /// <summary>The number of a key as a secret; an error if it is not set.</summary>
    /// <param name="key">The key, without the name.</param>
    public Output<double> RequireSecretDouble(string key) => Output.CreateSecret(RequireDouble(key));

    /// <summary>The JSON of a key as an object; an error if it is not set.</summary>
    /// <param name="key">The key, without the name.</param>
    /// <typeparam name="T">What to read it as.</typeparam>
    public T RequireObject<T>(string key) => ToObject<T>(key, Require(key));

    /// <summary>The JSON of a key as a secret object; an error if it is not set.</summary>
    /// <param name="key">The key, without the name.</param>
    /// <typeparam name="T">What to read it as.</typeparam>
    public Output<T> RequireSecretObject<T>(string key) => Output.CreateSecret(RequireObject<T>(key));

    private bool ToBoolean(string key, string text) => text switch
    {
        "true" => true,
        "false" => false,
        _ => throw WrongType(key, text, "Boolean"),
    };

    private int ToInt32(string key, string text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : throw WrongType(key, text, "Int32");

    private double ToDouble(string key, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw WrongType(key, text, "Double");

    private T ToObject<T>(string key, string text)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text)!;
        }
        catch (JsonException problem)
        {
            throw WrongType(key, text, typeof(T).FullName ?? typeof(T).Name, problem);
        }
    }

    private RunException WrongType(string key, string text, string type, Exception? cause = null)
    {
        var full = _prefix + key;
        var shown = _values.IsSecret(full) ? Secrets.Mask : text;
        return new($"Configuration '{full}' value '{shown}' is not a valid {type}", cause);
    }

    private RunException Missing(string key) => new(
        $"Missing Required configuration variable '{_prefix}{key}'\n\tplease set a value using the command `pulumi config set {_prefix}{key} <value>`");
}
