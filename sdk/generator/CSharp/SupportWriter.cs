namespace Platform.SdkGenerator.CSharp;

/// <summary>Writes what the classes of one package share: the attribute with the token, and <c>Utilities</c>.</summary>
internal static class SupportWriter
{
    public static string Text(PackageList list) =>
        $$"""
        {{SourceFiles.Header(list.Namespace)}}
        internal sealed class {{list.TypeAttribute}}Attribute(string type) : ResourceTypeAttribute(type, Utilities.Version);

        internal static class Utilities
        {
            public const string Version = "{{list.Version}}";

            public static CustomResourceOptions Merge(CustomResourceOptions defaults, CustomResourceOptions? options, Input<string>? id)
            {
                var merged = CustomResourceOptions.Merge(defaults, options);
                merged.Id = id ?? merged.Id;
                return merged;
            }

            public static ComponentResourceOptions Merge(
                ComponentResourceOptions defaults, ComponentResourceOptions? options, Input<string>? id)
            {
                var merged = ComponentResourceOptions.Merge(defaults, options);
                merged.Id = id ?? merged.Id;
                return merged;
            }

            public static Task<T> InvokeAsync<T>(string token, InvokeArgs? args, InvokeOptions? options) =>
                global::Pulumi.Deployment.Instance.InvokeAsync<T>(token, args ?? InvokeArgs.Empty, WithVersion(options));

            public static Output<T> Invoke<T>(string token, InvokeArgs? args, InvokeOptions? options) =>
                global::Pulumi.Deployment.Instance.Invoke<T>(token, args ?? InvokeArgs.Empty, WithVersion(options));

            public static Output<T> Invoke<T>(string token, InvokeArgs? args, InvokeOutputOptions options)
            {
                options.Version ??= Version;
                return global::Pulumi.Deployment.Instance.Invoke<T>(token, args ?? InvokeArgs.Empty, options);
            }

            public static Input<T>? Secret<T>(Input<T>? value) => value is null ? null : (Input<T>)Output.CreateSecret(value.ToOutput());

            public static InputList<T> Secret<T>(InputList<T> value) => Output.CreateSecret(value.ToOutput());

            public static InputMap<T> Secret<T>(InputMap<T> value) => Output.CreateSecret(value.ToOutput());

            public static string? GetEnv(params ReadOnlySpan<string> names)
            {
                foreach (var name in names)
                {
                    if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
                    {
                        return value;
                    }
                }

                return null;
            }

            public static bool? GetEnvBoolean(params ReadOnlySpan<string> names) => GetEnv(names) switch
            {
                "1" or "t" or "T" or "true" or "TRUE" or "True" => true,
                "0" or "f" or "F" or "false" or "FALSE" or "False" => false,
                _ => null,
            };

            public static int? GetEnvInt32(params ReadOnlySpan<string> names) =>
                int.TryParse(GetEnv(names), System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;

            private static InvokeOptions WithVersion(InvokeOptions? options)
            {
                options ??= new();
                options.Version ??= Version;
                return options;
            }
        }

        """.ReplaceLineEndings("\n");
}
