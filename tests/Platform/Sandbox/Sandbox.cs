using System.Collections.Immutable;
using Pulumi.Testing;

namespace Platform.Tests;

/// <summary>Runs code against a pretend engine in account 111122223333 and keeps what was registered.</summary>
public sealed class Sandbox : IMocks
{
    private readonly List<Registration> _registered = [];
    private readonly Lazy<IReadOnlyList<Registration>> _sorted;

    public Sandbox() => _sorted = new(() => [.. _registered.OrderBy(r => r.Type, StringComparer.Ordinal).ThenBy(r => r.Name, StringComparer.Ordinal)]);

    /// <summary>What was registered when the program had ended, by type and name.</summary>
    public IReadOnlyList<Registration> Registered => _sorted.Value;

    /// <summary>Runs a program as stack "dev" of project "platform".</summary>
    public static async Task<Sandbox> Run(Action build)
    {
        var sandbox = new Sandbox();
        await Deployment.TestAsync(sandbox, new TestOptions { ProjectName = "platform", StackName = "dev", IsPreview = false }, build);
        return sandbox;
    }

    /// <summary>The message a program ends with.</summary>
    public static async Task<string> Refusal(Action build) =>
        (await Assert.ThrowsAnyAsync<Exception>(() => Run(build))).Message;

    /// <summary>The resource of a type, when there is one only.</summary>
    public Registration Only(string type) => Assert.Single(Of(type));

    /// <summary>The resource of a type with a name.</summary>
    public Registration Named(string type, string name) => Assert.Single(Of(type), r => r.Name == name);

    /// <summary>The resources of a type, such as "Subnet".</summary>
    public IReadOnlyList<Registration> Of(string type) => [.. Registered.Where(r => r.Type.EndsWith(":" + type, StringComparison.Ordinal))];

    /// <summary>The same without the resources of some types, such as those that hold a secret by right.</summary>
    public Sandbox Without(params string[] types)
    {
        var rest = new Sandbox();
        rest._registered.AddRange(Registered.Where(r => !types.Contains(r.Type.Split(':')[^1])));
        return rest;
    }

    Task<(string? id, object state)> IMocks.NewResourceAsync(MockResourceArgs args)
    {
        var registration = new Registration(args.Type!, args.Name!, args.Inputs, args.Provider);
        lock (_registered)
        {
            _registered.Add(registration);
        }

        return Task.FromResult<(string?, object)>((Pretend.Id(registration), args.Inputs.SetItems(Pretend.Outputs(registration))));
    }

    Task<object> IMocks.CallAsync(MockCallArgs args) => Task.FromResult<object>(Pretend.Answer(args.Token!));
}

/// <summary>One resource as the provider would be asked for it.</summary>
public sealed record Registration(string Type, string Name, ImmutableDictionary<string, object> Inputs, string? Provider)
{
    /// <summary>An input, by a path such as "tags.Name" or "rules.0.status".</summary>
    public object? this[string path] => path.Split('.').Aggregate((object?)Inputs, Step);

    private static object? Step(object? value, string key) => value switch
    {
        ImmutableDictionary<string, object> map => map.GetValueOrDefault(key),
        ImmutableArray<object> list => list[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)],
        _ => null,
    };
}
