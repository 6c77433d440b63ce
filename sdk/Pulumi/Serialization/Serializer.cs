using System.Collections;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

/// <summary>How values are to be written.</summary>
/// <param name="KeepOutputValues">Whether an output keeps its dependencies on the wire, for components elsewhere.</param>
/// <param name="ReferencesAreDependencies">Whether naming a resource means to depend on it.</param>
/// <param name="Registering">The resource whose property it is, if one is being registered.</param>
internal sealed record SerializerOptions(bool KeepOutputValues = false, bool ReferencesAreDependencies = true, Resource? Registering = null)
{
    /// <summary>Values for somebody who is not interested in where they come from.</summary>
    public static SerializerOptions Plain { get; } = new();
}

/// <summary>
/// Writes one property as the protocol wants it, waiting for outputs on the way, and gathers what the value depends
/// on. Used for one property at a time.
/// </summary>
internal sealed class Serializer(Features features, SerializerOptions options)
{
    private readonly SerializationPath _path = new();

    /// <summary>The resources that the value comes from.</summary>
    public ResourceSet Dependencies { get; private set; }

    /// <summary>Whether part of the value is not known yet.</summary>
    public bool ContainsUnknown { get; private set; }

    /// <summary>Starts over with another property.</summary>
    public void Reset(string property)
    {
        _path.Reset(property);
        Dependencies = default;
    }

    /// <exception cref="UnsupportedArgumentException">The value has a type that has no form on the wire.</exception>
    public ValueTask<Value> SerializeAsync(object? value) => SerializeAsync(value, options.KeepOutputValues);

    private ValueTask<Value> SerializeAsync(object? value, bool keepOutputValues)
    {
        if (ScalarEncoding.TryEncode(value, _path, out var scalar))
        {
            return new(scalar);
        }

        switch (value)
        {
            case InputArgs args:
                return ArgumentsAsync(args, keepOutputValues);
            case AssetOrArchive asset:
                return AssetAsync(asset, keepOutputValues);
            case Task:
                throw new UnsupportedArgumentException(
                    $"Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\t{_path}");
            case IInputList list:
                return InputListAsync(list, keepOutputValues);
            case IInputMap map:
                return InputMapAsync(map, keepOutputValues);
            case IInput input:
                return input.TryGetPlain(out var plain) ? SerializeAsync(plain, keepOutputValues) : OutputAsync(input.ToOutput(), keepOutputValues);
            case IUnion union:
                return SerializeAsync(union.Value, keepOutputValues);
            case JsonElement json:
                return new(JsonEncoding.ToValue(json));
            case JsonDocument document:
                return new(JsonEncoding.ToValue(document.RootElement));
            case IOutput output:
                return OutputAsync(output, keepOutputValues);
            case Resource resource:
                return ResourceAsync(resource);
            case IDictionary dictionary:
                return DictionaryAsync(dictionary, keepOutputValues);
            case IList list:
                return ListAsync(list, keepOutputValues);
            case ValueTuple:
                return new(Value.ForNull());
            default:
                return OutputTypeMembers.TryOf(value!.GetType(), out var members)
                    ? OutputTypeAsync(members, value, keepOutputValues)
                    : throw new UnsupportedArgumentException($"{value.GetType().FullName} is not a supported argument type.\n\t{_path}");
        }
    }

    private async ValueTask<Value> ArgumentsAsync(InputArgs args, bool keepOutputValues)
    {
        var result = new Struct();
        foreach (var (name, value, json) in args.GetArguments())
        {
            _path.Push(name);
            var written = await SerializeAsync(value, keepOutputValues && !json).ConfigureAwait(false);
            WireValues.SetUnlessNull(result, name, json ? JsonEncoding.ToText(written) : written);
            _path.Pop();
        }

        return Value.ForStruct(result);
    }

    private async ValueTask<Value> AssetAsync(AssetOrArchive asset, bool keepOutputValues) => Value.ForStruct(new Struct
    {
        Fields =
        {
            [Signatures.Key] = Value.ForString(asset.Signature),
            [asset.Kind] = await SerializeAsync(asset.Value, keepOutputValues).ConfigureAwait(false),
        },
    });

    private async ValueTask<Value> InputListAsync(IInputList list, bool keepOutputValues)
    {
        var result = new ListValue();
        var marks = OutputData<object?>.Of(null);
        var parts = list.Parts;
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is IInput element)
            {
                _path.Push(i);
                result.Values.Add(await SerializeAsync(element, keepOutputValues).ConfigureAwait(false));
                _path.Pop();
                continue;
            }

            var data = await ((IOutput)parts[i]).GetUntypedDataAsync().ConfigureAwait(false);
            marks = marks.Combine(data);
            if (data.IsKnown)
            {
                var elements = await SerializeAsync(data.Value, keepOutputValues: false).ConfigureAwait(false);
                result.Values.AddRange(elements.ListValue.Values);
            }
        }

        return await MarkAsync(new Value { ListValue = result }, marks, keepOutputValues).ConfigureAwait(false);
    }

    private async ValueTask<Value> InputMapAsync(IInputMap map, bool keepOutputValues)
    {
        var parts = map.Parts;
        var entries = new SortedFields(parts.Count);
        var marks = OutputData<object?>.Of(null);
        for (var i = 0; i < parts.Count; i++)
        {
            var (key, part) = parts[i];
            if (key is not null)
            {
                _path.Push(key);
                entries.Set(key, await SerializeAsync(part, keepOutputValues).ConfigureAwait(false));
                _path.Pop();
                continue;
            }

            var data = await ((IOutput)part).GetUntypedDataAsync().ConfigureAwait(false);
            marks = marks.Combine(data);
            if (data is { IsKnown: true, Value: not null })
            {
                var spread = await SerializeAsync(data.Value, keepOutputValues: false).ConfigureAwait(false);
                foreach (var (name, value) in spread.StructValue.Fields)
                {
                    entries.Set(name, value);
                }
            }
        }

        return await MarkAsync(entries.ToStruct(), marks, keepOutputValues).ConfigureAwait(false);
    }

    private async ValueTask<Value> OutputAsync(IOutput output, bool keepOutputValues)
    {
        var data = await output.GetUntypedDataAsync().ConfigureAwait(false);

        // What is inside an output shares its marks, so nothing in there needs marks of its own.
        var value = data.IsKnown ? await SerializeAsync(data.Value, keepOutputValues: false).ConfigureAwait(false) : Value.ForNull();
        return await MarkAsync(value, data, keepOutputValues).ConfigureAwait(false);
    }

    /// <summary>The value with the marks of the output it comes from.</summary>
    private async ValueTask<Value> MarkAsync(Value value, OutputData<object?> marks, bool keepOutputValues)
    {
        Dependencies = Dependencies.Union(marks.Resources);
        ContainsUnknown |= !marks.IsKnown;
        if (keepOutputValues && (!marks.IsKnown || marks.IsSecret || !marks.Resources.IsEmpty))
        {
            return await WireValues.ToOutputValueAsync(value, marks, options.Registering).ConfigureAwait(false);
        }

        var known = marks.IsKnown ? value : Value.ForString(Signatures.Unknown);
        return marks.IsSecret ? WireValues.Signed(Signatures.Secret, Signatures.Value, known) : known;
    }

    private async ValueTask<Value> ResourceAsync(Resource resource)
    {
        if (options.ReferencesAreDependencies)
        {
            Dependencies = Dependencies.Union(ResourceSet.Of(resource));
        }

        var id = (resource as CustomResource)?.Id;
        if (!await features.SupportsAsync(Feature.ResourceReferences).ConfigureAwait(false))
        {
            return await OutputAsync(id ?? resource.Urn, keepOutputValues: false).ConfigureAwait(false);
        }

        var urn = await resource.Urn.GetDataAsync().ConfigureAwait(false);
        var reference = WireValues.Signed(Signatures.Resource, Signatures.Urn, Value.ForString(urn.Value));
        if (id is not null)
        {
            var data = await id.GetDataAsync().ConfigureAwait(false);
            reference.StructValue.Fields[Signatures.Id] = Value.ForString(data.IsKnown ? data.Value ?? "" : "");
        }

        return reference;
    }

    private async ValueTask<Value> DictionaryAsync(IDictionary dictionary, bool keepOutputValues)
    {
        var entries = new SortedFields(dictionary.Count);
        foreach (DictionaryEntry entry in dictionary)
        {
            if (entry.Key is not string key)
            {
                throw new UnsupportedArgumentException(
                    $"Dictionaries are only supported with string keys, not {entry.Key.GetType().FullName}.\n\t{_path}");
            }

            _path.Push(key);
            entries.Set(key, await SerializeAsync(entry.Value, keepOutputValues).ConfigureAwait(false));
            _path.Pop();
        }

        return entries.ToStruct();
    }

    private async ValueTask<Value> ListAsync(IList list, bool keepOutputValues)
    {
        var result = new ListValue();

        // A default ImmutableArray is a list that refuses to say how long it is.
        var count = ImmutableArrays.IsDefault(list) ? 0 : list.Count;
        for (var i = 0; i < count; i++)
        {
            _path.Push(i);
            result.Values.Add(await SerializeAsync(list[i], keepOutputValues).ConfigureAwait(false));
            _path.Pop();
        }

        return new Value { ListValue = result };
    }

    private async ValueTask<Value> OutputTypeAsync(OutputTypeMembers members, object value, bool keepOutputValues)
    {
        var result = new Struct();
        foreach (var (name, access) in members.All)
        {
            _path.Push(name);
            WireValues.SetUnlessNull(result, name, await SerializeAsync(access.Get(value), keepOutputValues).ConfigureAwait(false));
            _path.Pop();
        }

        return Value.ForStruct(result);
    }
}
