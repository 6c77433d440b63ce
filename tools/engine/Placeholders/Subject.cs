using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Platform.Engine.Placeholders.Services;
using Platform.Engine.Wire;

namespace Platform.Engine.Placeholders;

/// <summary>The resource, or the question, that placeholders are made for.</summary>
/// <param name="Source">The URN, or the token of a data source with its arguments.</param>
/// <param name="Label">What the graph names as the source: the URN, or the token alone.</param>
/// <param name="Type">The type token.</param>
/// <param name="Name">The logical name.</param>
/// <param name="Inputs">What the program gave.</param>
/// <param name="Id">The id, where it is given as for a resource that is read.</param>
/// <param name="Scope">Where it lives.</param>
internal sealed record Subject(string Source, string Label, string Type, string Name, Struct Inputs, string? Id, CloudScope Scope)
{
    /// <summary>The version of the package that it comes from, as far as the program tells.</summary>
    public string? Version { get; init; }

    /// <summary>The package of the type, such as <c>aws</c>.</summary>
    public string Package => Type[..Math.Max(0, Type.IndexOf(':', StringComparison.Ordinal))];

    /// <summary>The service of the type, such as <c>ec2</c>; empty if the type names none.</summary>
    public string Service => Type.Split(':') is [_, var module, _] ? module.Split('/')[0] : "";

    /// <summary>What is given for a property, if anything is.</summary>
    public bool IsGiven(string property) =>
        property == "id" && Id is not null || Inputs.Fields.TryGetValue(property, out var value) && value.KindCase != Value.KindOneofCase.NullValue;

    /// <summary>The text of a given property; <c>null</c> if it is unknown, secret or no scalar.</summary>
    public string? GivenText(string property)
    {
        if (property == "id" && Id is not null)
        {
            return Id;
        }

        return Inputs.Fields.TryGetValue(property, out var value)
            ? value.KindCase switch
            {
                Value.KindOneofCase.StringValue => WireValue.Text(value),
                Value.KindOneofCase.NumberValue => value.NumberValue.ToString(CultureInfo.InvariantCulture),
                Value.KindOneofCase.BoolValue => value.BoolValue ? "true" : "false",
                _ => null,
            }
            : null;
    }
}
