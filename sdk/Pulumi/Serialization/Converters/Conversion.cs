using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

/// <summary>One value on its way in: what was found out about it, and what went wrong.</summary>
internal sealed class Conversion(string name, Resource? owner = null)
{
    private List<string>? _problems;

    /// <summary>False once a part turned out to be unknown; then the whole is.</summary>
    public bool IsKnown { get; private set; } = true;

    /// <summary>True once a part turned out to be secret; then the whole is.</summary>
    public bool IsSecret { get; private set; }

    /// <summary>The resources that output values in it name.</summary>
    public ResourceSet Dependencies { get; private set; }

    /// <summary>Parts of an unexpected type, each a sentence for the user.</summary>
    public IReadOnlyList<string> Problems => _problems ?? (IReadOnlyList<string>)[];

    /// <summary>What is converted, for messages.</summary>
    public string What => owner is null ? name : $"{owner.GetResourceType()}.{name} of '{owner.GetResourceName()}'";

    /// <summary>Takes off the marks of secrets, output values and unknowns.</summary>
    /// <returns>The bare value; null if it is null or unknown.</returns>
    public Value? Unwrap(Value? value)
    {
        while (true)
        {
            switch (value?.KindCase)
            {
                case Value.KindOneofCase.StringValue when value.StringValue == Signatures.Unknown:
                    IsKnown = false;
                    return null;

                case Value.KindOneofCase.StructValue when SignatureOf(value) is { } signature
                    && signature is Signatures.Secret or Signatures.OutputValue:
                    var fields = value.StructValue.Fields;
                    if (signature == Signatures.OutputValue)
                    {
                        IsKnown &= fields.ContainsKey(Signatures.Value);
                        AddDependencies(fields.GetValueOrDefault(Signatures.Dependencies));
                    }

                    IsSecret |= signature == Signatures.Secret || fields.GetValueOrDefault(Signatures.IsSecret) is { BoolValue: true };
                    value = fields.GetValueOrDefault(Signatures.Value);
                    continue;

                case null or Value.KindOneofCase.None or Value.KindOneofCase.NullValue:
                    return null;

                default:
                    return value;
            }
        }
    }

    public static string? SignatureOf(Value value) =>
        value.KindCase == Value.KindOneofCase.StructValue && value.StructValue.Fields.TryGetValue(Signatures.Key, out var signature)
            ? signature.StringValue
            : null;

    /// <summary>Notes a value of the wrong type.</summary>
    /// <returns>Null, which stands for it.</returns>
    public object? Mismatch(System.Type expected, Value value)
    {
        (_problems ??= []).Add($"Expected {expected.FullName} but got {NameOf(value)} deserializing {What}");
        return null;
    }

    public void Problem(string text) => (_problems ??= []).Add(text);

    /// <summary>A conversion of a part whose marks are not those of the whole.</summary>
    public Conversion Part() => new(name, owner);

    /// <summary>Takes over what was found out about a part.</summary>
    public void Add(Conversion part)
    {
        IsKnown &= part.IsKnown;
        IsSecret |= part.IsSecret;
        Dependencies = Dependencies.Union(part.Dependencies);
        foreach (var problem in part.Problems)
        {
            Problem(problem);
        }
    }

    private static string NameOf(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.StringValue => "System.String",
        Value.KindOneofCase.NumberValue => "System.Double",
        Value.KindOneofCase.BoolValue => "System.Boolean",
        Value.KindOneofCase.ListValue => "a list",
        _ => "an object",
    };

    private void AddDependencies(Value? urns)
    {
        foreach (var urn in urns?.ListValue?.Values ?? [])
        {
            Dependencies = Dependencies.Union(ResourceSet.Of(new DependencyResource(urn.StringValue)));
        }
    }
}
