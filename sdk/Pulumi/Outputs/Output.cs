using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi;

/// <summary>Makes outputs and combines them.</summary>
public static partial class Output
{
    /// <summary>An output of a value that is already there.</summary>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static Output<T> Create<T>(T value) => new(OutputData<T>.Of(value));

    /// <summary>An output of what a task yields.</summary>
    /// <param name="value">The task; its failure becomes the failure of the deployment.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static Output<T> Create<T>(Task<T> value) => Output<T>.From(AwaitAsync(value, isSecret: false));

    /// <summary>A secret output of a value that is already there.</summary>
    /// <param name="value">The value; it is encrypted in the state and replaced by <c>[secret]</c> in error texts.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static Output<T> CreateSecret<T>(T value) => new(new OutputData<T>(value, default, IsKnown: true, IsSecret: true));

    /// <summary>A secret output of what a task yields.</summary>
    /// <param name="value">The task; its failure becomes the failure of the deployment.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static Output<T> CreateSecret<T>(Task<T> value) => Output<T>.From(AwaitAsync(value, isSecret: true));

    /// <summary>The same output, marked secret.</summary>
    /// <param name="value">The output.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static Output<T> CreateSecret<T>(Output<T> value) => Output<T>.From(MarkAsync(value, isSecret: true));

    /// <summary>The same output without the secret mark. Its value will be shown in logs and state.</summary>
    /// <param name="output">The output.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static Output<T> Unsecret<T>(Output<T> output) => Output<T>.From(MarkAsync(output, isSecret: false));

    /// <summary>Whether the output is secret, once that is settled.</summary>
    /// <param name="output">The output.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static async Task<bool> IsSecretAsync<T>(Output<T> output) => (await output.GetDataAsync().ConfigureAwait(false)).IsSecret;

    /// <summary>An output of all the inputs' values, in their order.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <typeparam name="T">The type of each value.</typeparam>
    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All((IEnumerable<Input<T>>)inputs);

    /// <summary>An output of all the inputs' values, in their order.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <typeparam name="T">The type of each value.</typeparam>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs)
    {
        var outputs = new List<Output<T>>();
        foreach (var input in inputs)
        {
            outputs.Add(input.ToOutput());
        }

        return Output<ImmutableArray<T>>.From(AllAsync(outputs));
    }

    /// <summary>An output of all the outputs' values, in their order.</summary>
    /// <param name="outputs">The outputs.</param>
    /// <typeparam name="T">The type of each value.</typeparam>
    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => Output<ImmutableArray<T>>.From(AllAsync([.. outputs]));

    /// <summary>An output of all the outputs' values, in their order.</summary>
    /// <param name="outputs">The outputs.</param>
    /// <typeparam name="T">The type of each value.</typeparam>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) => Output<ImmutableArray<T>>.From(AllAsync([.. outputs]));

    /// <summary>An interpolated string in which outputs and inputs stand for their values.</summary>
    /// <param name="formattableString">The string, such as <c>$"https://{host}:{port}"</c>.</param>
    public static Output<string> Format(FormattableString formattableString)
    {
        ArgumentNullException.ThrowIfNull(formattableString);
        return Output<string>.From(FormatAsync(formattableString));
    }

    /// <summary>An output of the value as JSON text. Outputs inside the value are waited for.</summary>
    /// <param name="value">The value.</param>
    /// <param name="options">How to write it. Default: the serializer's own defaults.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null) =>
        Output<string>.From(OutputJson.SerializeAsync(value, options));

    /// <summary>An output of the value that a JSON text describes.</summary>
    /// <param name="json">The JSON text.</param>
    /// <param name="options">How to read it. Default: the serializer's own defaults.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null) =>
        Output<T>.From(OutputJson.DeserializeAsync<T>(json, options));

    private static async ValueTask<OutputData<T>> AwaitAsync<T>(Task<T> value, bool isSecret) =>
        new(await value.ConfigureAwait(false), default, IsKnown: true, isSecret);

    private static async ValueTask<OutputData<T>> MarkAsync<T>(Output<T> output, bool isSecret) =>
        (await output.GetDataAsync().ConfigureAwait(false)) with { IsSecret = isSecret };

    private static async ValueTask<OutputData<ImmutableArray<T>>> AllAsync<T>(List<Output<T>> outputs)
    {
        var values = ImmutableArray.CreateBuilder<T>(outputs.Count);
        var marks = OutputData<T>.Of(default!);
        foreach (var output in outputs)
        {
            var data = await output.GetDataAsync().ConfigureAwait(false);
            marks = marks.Combine(data);
            values.Add(data.Value);
        }

        return marks.With(marks.IsKnown ? values.MoveToImmutable() : ImmutableArray<T>.Empty);
    }

    private static async ValueTask<OutputData<string>> FormatAsync(FormattableString text)
    {
        var arguments = text.GetArguments();
        var values = new object?[arguments.Length];
        var marks = OutputData<object?>.Of(null);
        for (var i = 0; i < arguments.Length; i++)
        {
            values[i] = arguments[i];
            var output = arguments[i] switch
            {
                IInput input => input.ToOutput(),
                IOutput direct => direct,
                _ => null,
            };
            if (output is not null)
            {
                var data = await output.GetUntypedDataAsync().ConfigureAwait(false);
                marks = marks.Combine(data);
                values[i] = data.Value;
            }
        }

        return marks.With(marks.IsKnown ? string.Format(System.Globalization.CultureInfo.InvariantCulture, text.Format, values) : "");
    }
}
