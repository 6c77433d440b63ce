using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi;

/// <summary>JSON of values that have outputs inside.</summary>
internal static class OutputJson
{
    public static async ValueTask<OutputData<string>> SerializeAsync<T>(Output<T> value, JsonSerializerOptions? options)
    {
        var outer = await value.GetDataAsync().ConfigureAwait(false);
        if (!outer.IsKnown)
        {
            return outer.With("");
        }

        // Writing is synchronous, so each round writes what is there and then waits for what was not.
        while (true)
        {
            var found = new OutputConverter();
            var json = JsonSerializer.Serialize(outer.Value, found.AddTo(options));
            if (found.Pending.Count == 0)
            {
                var data = outer.With("").Combine(found.Marks);
                return data.With(data.IsKnown ? json : "");
            }

            foreach (var output in found.Pending)
            {
                await output.GetUntypedDataAsync().ConfigureAwait(false);
            }
        }
    }

    public static async ValueTask<OutputData<T>> DeserializeAsync<T>(Output<string> json, JsonSerializerOptions? options)
    {
        var data = await json.GetDataAsync().ConfigureAwait(false);
        return data.With(data.IsKnown ? JsonSerializer.Deserialize<T>(data.Value, new OutputConverter().AddTo(options))! : default!);
    }

    /// <summary>Writes outputs and inputs as their values and remembers the marks of what it wrote.</summary>
    private sealed class OutputConverter : JsonConverterFactory
    {
        public List<IOutput> Pending { get; } = [];

        public OutputData<object?> Marks { get; private set; } = OutputData<object?>.Of(null);

        public JsonSerializerOptions AddTo(JsonSerializerOptions? options)
        {
            var copy = options is null ? new JsonSerializerOptions() : new JsonSerializerOptions(options);
            copy.Converters.Insert(0, this);
            return copy;
        }

        public override bool CanConvert(Type typeToConvert) => ElementType(typeToConvert) is not null;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(
                typeof(ElementConverter<,>).MakeGenericType(typeToConvert, ElementType(typeToConvert)!), this)!;

        private static Type? ElementType(Type type)
        {
            for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
            {
                if (candidate.IsGenericType
                    && (candidate.GetGenericTypeDefinition() == typeof(Output<>) || candidate.GetGenericTypeDefinition() == typeof(Input<>)))
                {
                    return candidate.GetGenericArguments()[0];
                }
            }

            return null;
        }

        private void Write<TElement>(Utf8JsonWriter writer, IOutput output, JsonSerializerOptions options)
        {
            var task = output.GetUntypedDataAsync();
            if (!task.IsCompleted)
            {
                Pending.Add(output);
                writer.WriteNullValue();
                return;
            }

            var data = task.AsTask().GetAwaiter().GetResult();
            Marks = Marks.Combine(data);
            if (data.IsKnown)
            {
                JsonSerializer.Serialize(writer, (TElement)data.Value!, options);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        private sealed class ElementConverter<TOutput, TElement>(OutputConverter owner) : JsonConverter<TOutput>
        {
            public override TOutput Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            {
                var value = JsonSerializer.Deserialize<TElement>(ref reader, options)!;
                object result = typeToConvert == typeof(Output<TElement>) ? Output.Create(value) : (Input<TElement>)value;
                return result is TOutput typed
                    ? typed
                    : throw new JsonException($"A {typeToConvert} cannot be read from JSON; read an Output<{typeof(TElement).Name}> instead.");
            }

            public override void Write(Utf8JsonWriter writer, TOutput value, JsonSerializerOptions options) =>
                owner.Write<TElement>(writer, value as IOutput ?? ((IInput)value!).ToOutput(), options);
        }
    }
}
