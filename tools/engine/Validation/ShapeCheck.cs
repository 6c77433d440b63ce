using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Platform.Engine.Declared;
using Platform.Engine.Metadata;
using Platform.Engine.Wire;
using Platform.Graph;

namespace Platform.Engine.Validation;

/// <summary>Compares inputs with the types of the provider's schema: required members, kinds of values, choices, names.</summary>
/// <remarks>
/// A provider converts between texts, numbers and booleans where it can, so only what it cannot convert is an error. A choice
/// that the schema does not list and a name it does not have are warnings: a newer provider may know them. So is everything
/// that only a declaration tells: it has one type for all numbers, and less than the schema.
/// </remarks>
internal sealed class ShapeCheck(TypeKnowledge types)
{
    /// <summary>What is wrong with the inputs of a resource; nothing if its type is not known.</summary>
    /// <param name="type">Such as <c>aws:rds/instance:Instance</c>.</param>
    /// <param name="version">The version of the package that registers it.</param>
    /// <param name="inputs">As they stand on the wire.</param>
    public IEnumerable<Finding> Check(string type, string? version, Struct inputs) =>
        types.Resource(type, version) is not { } facts ? []
        : facts.Source is null ? Members(facts.Inputs, inputs, "")
        : Members(facts.Inputs, inputs, "").Select(finding => finding.Severity == Severity.Error
            ? finding with { Severity = Severity.Warning, Reason = $"{finding.Reason} (as {facts.Source} declares it)" }
            : finding);

    private IEnumerable<Finding> Members(Shapes shapes, Struct bag, string path)
    {
        foreach (var (name, shape) in shapes)
        {
            var given = bag.Fields.TryGetValue(name, out var value);
            if (!shape.Optional && (!given || value!.KindCase is Value.KindOneofCase.NullValue or Value.KindOneofCase.None))
            {
                yield return new(Severity.Error, path + name, "is required, but not given");
            }
            else if (given)
            {
                foreach (var finding in Content(shape, PlainValue.Of(value!), path + name))
                {
                    yield return finding;
                }
            }
        }

        foreach (var name in bag.Fields.Keys.Where(name => !shapes.ContainsKey(name)).Order(StringComparer.Ordinal))
        {
            if (!name.StartsWith("__", StringComparison.Ordinal))   // a note between an SDK and its provider
            {
                yield return new(Severity.Warning, path + name, Suggestion.Closest(name, shapes.Keys) is { } meant ? $"is no input of it; did you mean {meant}?" : "is no input of it");
            }
        }
    }

    private IEnumerable<Finding> Content(TypeShape shape, PlainValue value, string path)
    {
        if (value.IsOpen)
        {
            return [];
        }

        var content = value.Content;
        return shape.Kind switch
        {
            ShapeKind.List => content.KindCase == Value.KindOneofCase.ListValue
                ? content.ListValue.Values.SelectMany((item, i) => Content(shape.Item, PlainValue.Of(item, value.Secret), $"{path}[{i}]"))
                : [Wrong(path, value, "a list")],
            ShapeKind.Map => IsObject(content)
                ? content.StructValue.Fields.OrderBy(field => field.Key, StringComparer.Ordinal)
                    .SelectMany(field => Content(shape.Item, PlainValue.Of(field.Value, value.Secret), $"{path}.{field.Key}"))
                : [Wrong(path, value, "a map")],
            ShapeKind.Object => !IsObject(content) ? [Wrong(path, value, "an object")]
                : types.Object(shape.Name!) is { } facts ? Members(facts.Inputs, content.StructValue, path + ".")
                : [],
            ShapeKind.Union => shape.Parts.Any(part => !Content(part, value, path).Any(finding => finding.Severity == Severity.Error))
                ? []
                : [Wrong(path, value, string.Join(" or ", shape.Parts.Select(Name).Distinct()))],
            ShapeKind.Enumeration => Choice(shape, value, path),
            ShapeKind.Text => IsScalar(content) ? [] : [Wrong(path, value, "a text")],
            ShapeKind.Boolean => IsBoolean(content) ? [] : [Wrong(path, value, "true or false")],
            ShapeKind.Integer => IsNumber(content, whole: true) ? [] : [Wrong(path, value, "a whole number")],
            ShapeKind.Number => IsNumber(content, whole: false) ? [] : [Wrong(path, value, "a number")],
            _ => [],
        };
    }

    private IEnumerable<Finding> Choice(TypeShape shape, PlainValue value, string path)
    {
        if (!IsScalar(value.Content))
        {
            return [Wrong(path, value, Name(shape))];
        }

        return types.Enumeration(shape.Name!) is { } choices
            && value.Content.KindCase == Value.KindOneofCase.StringValue
            && !choices.Contains(value.Content.StringValue, StringComparer.Ordinal)
                ? [new(Severity.Warning, path, $"is {value.Shown()}; the schema lists {string.Join(", ", choices)}")]
                : [];
    }

    private static Finding Wrong(string path, PlainValue value, string expected) =>
        new(Severity.Error, path, $"is {value.Shown()}, but must be {expected}");

    private static bool IsObject(Value content) => content.KindCase == Value.KindOneofCase.StructValue && WireValue.Kind(content) is null;

    private static bool IsScalar(Value content) =>
        content.KindCase is Value.KindOneofCase.StringValue or Value.KindOneofCase.NumberValue or Value.KindOneofCase.BoolValue;

    private static bool IsBoolean(Value content) =>
        content.KindCase == Value.KindOneofCase.BoolValue
        || content.KindCase == Value.KindOneofCase.StringValue && content.StringValue is "true" or "false" or "1" or "0" or ""
        || content.KindCase == Value.KindOneofCase.NumberValue && content.NumberValue is 0 or 1;

    private static bool IsNumber(Value content, bool whole) =>
        (content.KindCase == Value.KindOneofCase.NumberValue ? content.NumberValue
            : content.KindCase == Value.KindOneofCase.StringValue && double.TryParse(content.StringValue, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed
            : content.KindCase == Value.KindOneofCase.StringValue && content.StringValue.Length == 0 ? 0
            : double.NaN) is var number
        && double.IsFinite(number) && (!whole || Math.Truncate(number) == number);

    private static string Name(TypeShape shape) => shape.Kind switch
    {
        ShapeKind.List => "a list",
        ShapeKind.Map => "a map",
        ShapeKind.Object => "an object",
        ShapeKind.Boolean => "true or false",
        ShapeKind.Integer => "a whole number",
        ShapeKind.Number => "a number",
        _ => "a text",
    };
}
